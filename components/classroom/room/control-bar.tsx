import { ChevronUp, LogOut, MonitorUp, SmilePlus, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { HandButton } from '#components/classroom/hands/hand-button.tsx'
import { ReactionMenu } from '#components/classroom/hands/reaction-menu.tsx'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { useScreenSize } from '#components/classroom/ui/use-screen-size.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Button } from '#components/ui/button.tsx'
import { CameraButton, MicrophoneButton } from './device-buttons.tsx'
import { DeviceMenu } from './device-menu.tsx'
import { LazyModerationButtons } from './lazy-moderation-buttons.tsx'

// Wide windows never need it.
const PhoneBar = lazyWithRetry(
  () => import('./phone-bar.tsx'),
  () => <div className="h-21" />,
)

type ControlBarProps = { controls: RoomControls; viewer: Viewer; trainer: string }

/** Own devices on the left, teaching in the middle, leaving on the right and apart. On a phone, five controls. */
export function ControlBar(props: ControlBarProps) {
  const isPhone = useScreenSize() === 'phone'
  return isPhone ? <PhoneBar {...props} /> : <WideBar {...props} />
}

function WideBar({ controls, viewer, trainer }: ControlBarProps) {
  const t = useTranslations('room.control')
  const isTrainer = viewer.role === 'TRAINER'
  return (
    <div className="grid h-21 grid-cols-[1fr_auto_1fr] items-center px-4">
      <div className="flex items-center gap-2 lg:gap-3">
        <MicrophoneButton
          controls={controls}
          beside={
            <DeviceMenu
              controls={controls}
              label={t('chooseMicrophone')}
              emptyLabel={t('noDevices')}
              kinds={['audioinput', 'audiooutput']}
              trigger={(button) => <Chevron label={t('chooseMicrophone')} {...button} />}
            />
          }
        />
        <CameraButton
          controls={controls}
          beside={
            <DeviceMenu
              controls={controls}
              label={t('chooseCamera')}
              emptyLabel={t('noDevices')}
              kinds={['videoinput']}
              trigger={(button) => <Chevron label={t('chooseCamera')} {...button} />}
            />
          }
        />
      </div>
      <div className="flex items-center gap-2 lg:gap-3">
        <ShareButton controls={controls} />
        <PeopleButton controls={controls} />
        <ClassButtons controls={controls} viewer={viewer} trainer={trainer} />
      </div>
      <div className="flex items-center justify-end gap-2">
        <Button
          variant="ghost"
          size="sm"
          className="max-lg:hidden"
          onClick={controls.toggleShortcuts}
          aria-keyshortcuts={controls.letterShortcuts.shortcut('?')}
        >
          {controls.letterShortcuts.on ? (
            <kbd className="min-w-4.5 rounded-[5px] border bg-sunken px-1 text-center text-xs text-text-3">
              ?
            </kbd>
          ) : null}
          {t('shortcuts')}
        </Button>
        {isTrainer ? (
          <>
            {/* On narrow windows the button is hidden; the end dialog also offers leaving. */}
            <Button variant="ghost" className="max-lg:hidden" onClick={controls.leave}>
              {t('leave')}
            </Button>
            <Button variant="danger-quiet" size="lg" icon={<LogOut />} onClick={controls.openEndDialog}>
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

function ShareButton({ controls: { share, letterShortcuts: letterKeys } }: { controls: RoomControls }) {
  const t = useTranslations('room.control')
  if (!share.canShare) return null
  return (
    <ControlButton
      className="min-w-20"
      icon={<MonitorUp />}
      label={share.isSharing ? t('stopSharing') : t('share')}
      tone={share.isSharing ? 'on' : 'plain'}
      aria-keyshortcuts={letterKeys.shortcut('S')}
      onClick={() => void share.toggle()}
    />
  )
}

function PeopleButton({ controls }: { controls: RoomControls }) {
  const t = useTranslations('room.control')
  const isOpen = controls.panel?.kind === 'people'
  return (
    <ControlButton
      icon={<Users />}
      label={t('people')}
      tone={isOpen ? 'on' : 'plain'}
      aria-expanded={isOpen}
      aria-keyshortcuts={controls.letterShortcuts.shortcut('P')}
      onClick={() => controls.togglePanel('people')}
    />
  )
}

/** Moderation for moderators, participation for students. */
function ClassButtons({ controls, viewer, trainer }: ControlBarProps) {
  const t = useTranslations('moderation')
  const isStudent = viewer.role === 'STUDENT'
  return (
    <>
      <span aria-hidden="true" className="h-9 w-px self-center bg-border-strong" />
      {controls.canRaiseHand ? <HandButton me={viewer.id} onToggle={controls.toggleHand} /> : null}
      <LazyModerationButtons controls={controls} isPhone={false} />
      <ReactionMenu
        trainer={isStudent ? trainer : null}
        trigger={(button) => (
          <ControlButton icon={<SmilePlus />} label={t('react.label')} className="min-w-16" {...button} />
        )}
      />
    </>
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
