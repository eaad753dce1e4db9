import {
  ChevronUp,
  LayoutGrid,
  LogOut,
  Mic,
  MicOff,
  MonitorUp,
  Presentation,
  Settings2,
  Users,
  Video,
  VideoOff,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { useScreenSize } from '#components/classroom/stage/use-screen-size.ts'
import { Button } from '#components/ui/button.tsx'
import { ControlButton } from './control-button.tsx'
import { DeviceMenu } from './device-menu.tsx'
import type { RoomControls } from './use-room-controls.ts'

type ControlBarProps = { controls: RoomControls; isTrainer: boolean }

/** Oneself left, teaching in the middle, the way out right and apart; on a phone five of them. */
export function ControlBar({ controls, isTrainer }: ControlBarProps) {
  const isPhone = useScreenSize() === 'phone'
  return isPhone ? <PhoneBar controls={controls} /> : <WideBar controls={controls} isTrainer={isTrainer} />
}

function WideBar({ controls, isTrainer }: ControlBarProps) {
  const t = useTranslations('room.control')
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

function PhoneBar({ controls }: { controls: RoomControls }) {
  const t = useTranslations('room')
  const toGrid = controls.layout === 'stage'
  return (
    <div className="grid grid-cols-5 justify-items-center px-2 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <MicrophoneButton controls={controls} />
      <CameraButton controls={controls} />
      <PeopleButton controls={controls} />
      <ControlButton
        icon={toGrid ? <LayoutGrid /> : <Presentation />}
        label={toGrid ? t('layout.toGrid') : t('layout.toStage')}
        onClick={controls.toggleLayout}
      />
      <DeviceMenu
        label={t('control.chooseDevices')}
        none={t('control.noDevices')}
        kinds={['audioinput', 'audiooutput', 'videoinput']}
        trigger={(button) => <ControlButton icon={<Settings2 />} label={t('control.devices')} {...button} />}
      />
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
  return (
    <ControlButton
      icon={<Users />}
      label={t('people')}
      tone={controls.isPeopleOpen ? 'on' : 'plain'}
      aria-expanded={controls.isPeopleOpen}
      aria-keyshortcuts="P"
      onClick={controls.togglePeople}
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
