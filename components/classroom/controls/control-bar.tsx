import {
  ChevronUp,
  LogOut,
  MessageSquare,
  Mic,
  MicOff,
  MonitorUp,
  SmilePlus,
  Users,
  Video,
  VideoOff,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react'
import { useUnread } from '#components/classroom/chat/use-chat-state.ts'
import { HandButton } from '#components/classroom/hands/hand-button.tsx'
import { ReactMenu } from '#components/classroom/hands/react-menu.tsx'
import { useScreenSize } from '#components/classroom/stage/use-screen-size.ts'
import type { Viewer } from '#components/classroom/visit/viewer.ts'
import { Button } from '#components/ui/button.tsx'
import { ControlButton } from './control-button.tsx'
import { DeviceMenu } from './device-menu.tsx'
import type { RoomControls } from './use-room-controls.ts'

const LeadButtons = lazy(() => import('./lead-buttons.tsx'))
const MoreMenu = lazy(() => import('./more-menu.tsx'))

type ControlBarProps = { controls: RoomControls; viewer: Viewer; trainer: string }

/** Oneself left, teaching in the middle, the way out right and apart; on a phone five of them. */
export function ControlBar(props: ControlBarProps) {
  const isPhone = useScreenSize() === 'phone'
  return isPhone ? <PhoneBar {...props} /> : <WideBar {...props} />
}

function WideBar({ controls, viewer, trainer }: ControlBarProps) {
  const t = useTranslations('room.control')
  const isTrainer = viewer.role === 'TRAINER'
  return (
    <div className="grid h-21 grid-cols-[1fr_auto_1fr] items-center px-4">
      <div className="flex items-center gap-3">
        <MicrophoneButton
          controls={controls}
          beside={
            <DeviceMenu
              label={t('chooseMicrophone')}
              none={t('noDevices')}
              kinds={['audioinput', 'audiooutput']}
              trigger={(button) => <Chevron label={t('chooseMicrophone')} {...button} />}
            />
          }
        />
        <CameraButton
          controls={controls}
          beside={
            <DeviceMenu
              label={t('chooseCamera')}
              none={t('noDevices')}
              kinds={['videoinput']}
              trigger={(button) => <Chevron label={t('chooseCamera')} {...button} />}
            />
          }
        />
      </div>
      <div className="flex items-center gap-3">
        <ShareButton controls={controls} />
        <PeopleButton controls={controls} />
        <OrderButtons controls={controls} viewer={viewer} trainer={trainer} />
      </div>
      <div className="flex items-center justify-end gap-2">
        <Button
          variant="ghost"
          size="sm"
          className="hidden lg:inline-grid"
          onClick={controls.toggleKeys}
          aria-keyshortcuts="?"
        >
          <kbd className="min-w-4.5 rounded-[5px] border bg-sunken px-1 text-center text-xs text-text-3">
            ?
          </kbd>
          {t('keys')}
        </Button>
        {isTrainer ? (
          <>
            <Button variant="ghost" onClick={controls.leave}>
              {t('leave')}
            </Button>
            <Button variant="danger-quiet" size="lg" icon={<LogOut />} onClick={controls.askToEnd}>
              {t('end')}
            </Button>
          </>
        ) : (
          <Button variant="danger-quiet" size="lg" icon={<LogOut />} onClick={controls.leave}>
            {t('leave')}
          </Button>
        )}
      </div>
    </div>
  )
}

function PhoneBar({ controls, viewer }: ControlBarProps) {
  const isStudent = viewer.role === 'STUDENT'
  const { canMute } = controls.abilities
  return (
    <div className="grid auto-cols-fr grid-flow-col justify-items-center px-2 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <MicrophoneButton controls={controls} />
      <CameraButton controls={controls} />
      {isStudent ? <HandButton me={viewer.id} onToggle={controls.toggleHand} /> : null}
      <Leading controls={controls} isPhone />
      {canMute ? null : <ChatButton controls={controls} />}
      <Suspense>
        <MoreMenu controls={controls} isStudent={isStudent} />
      </Suspense>
    </div>
  )
}

type OneControl = { controls: RoomControls; beside?: ReactNode }

function MicrophoneButton({ controls: { microphone }, beside }: OneControl) {
  const t = useTranslations('room.control')
  return (
    <ControlButton
      icon={microphone.on ? <Mic /> : <MicOff />}
      label={microphone.on ? t('mute') : t('unmute')}
      tone={microphone.on ? 'plain' : 'off'}
      aria-keyshortcuts="M"
      onClick={() => void microphone.set(!microphone.on)}
      beside={beside}
    />
  )
}

function CameraButton({ controls: { camera }, beside }: OneControl) {
  const t = useTranslations('room.control')
  return (
    <ControlButton
      icon={camera.on ? <Video /> : <VideoOff />}
      label={camera.on ? t('stopVideo') : t('startVideo')}
      tone={camera.on ? 'plain' : 'off'}
      aria-keyshortcuts="V"
      onClick={() => void camera.set(!camera.on)}
      beside={beside}
    />
  )
}

function ShareButton({ controls: { share } }: OneControl) {
  const t = useTranslations('room.control')
  if (!share.canShare) return null
  return (
    <ControlButton
      className="min-w-20"
      icon={<MonitorUp />}
      label={share.isSharing ? t('stopSharing') : t('share')}
      tone={share.isSharing ? 'on' : 'plain'}
      aria-keyshortcuts="S"
      onClick={() => void share.toggle()}
    />
  )
}

function PeopleButton({ controls }: OneControl) {
  const t = useTranslations('room.control')
  const isOpen = controls.panel?.kind === 'people'
  return (
    <ControlButton
      icon={<Users />}
      label={t('people')}
      tone={isOpen ? 'on' : 'plain'}
      aria-expanded={isOpen}
      aria-keyshortcuts="P"
      onClick={() => controls.togglePanel('people')}
    />
  )
}

function Leading({ controls, isPhone }: { controls: RoomControls; isPhone: boolean }) {
  const { canMute, canLeadHands, canLock } = controls.abilities
  if (!canMute && !canLeadHands && !canLock) return null
  return (
    <Suspense>
      <LeadButtons controls={controls} isPhone={isPhone} />
    </Suspense>
  )
}

/** Leading for who leads, taking part for students. */
function OrderButtons({ controls, viewer, trainer }: ControlBarProps) {
  const t = useTranslations('order')
  const isStudent = viewer.role === 'STUDENT'
  return (
    <>
      <span aria-hidden="true" className="h-9 w-px self-center bg-border-strong" />
      {isStudent ? <HandButton me={viewer.id} onToggle={controls.toggleHand} /> : null}
      <Leading controls={controls} isPhone={false} />
      <ReactMenu
        trainer={isStudent ? trainer : null}
        trigger={(button) => (
          <ControlButton icon={<SmilePlus />} label={t('react.label')} className="min-w-16" {...button} />
        )}
      />
    </>
  )
}

function ChatButton({ controls }: OneControl) {
  const t = useTranslations('chat')
  const unread = useUnread()
  return (
    <ControlButton
      icon={<MessageSquare />}
      label={t('title')}
      badge={unread}
      aria-description={unread > 0 ? t('unread', { count: unread }) : undefined}
      aria-expanded={controls.panel?.kind === 'chat'}
      aria-keyshortcuts="C"
      onClick={() => controls.togglePanel('chat')}
    />
  )
}

function Chevron({ label, ...button }: { label: string } & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...button}
      className="grid w-6 place-items-center rounded-r-[12px] border bg-surface text-text-2 hover:bg-hover pointer-coarse:w-8 [&_svg]:size-4"
    >
      <ChevronUp />
    </button>
  )
}
