import { useConnectionQualityIndicator, useRoomContext } from '@livekit/components-react'
import { LayoutGrid, Presentation, Settings as SettingsIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { QualityBars } from '#components/classroom/people/quality-bars.tsx'
import { useReceiveMode } from '#components/classroom/room-state/room-services.ts'
import { useScreenSize } from '#components/classroom/ui/use-screen-size.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Brand } from '#components/ui/brand.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { Segment } from '#components/ui/segment.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { ClassTime } from './class-time.tsx'
import { useSettingEntries } from './use-setting-entries.tsx'

type RoomHeaderProps = { session: SessionDetail; viewer: Viewer; controls: RoomControls }

/** Class title, class time and the viewer's connection quality. On a phone also the leave button. */
export function RoomHeader({ session, viewer, controls }: RoomHeaderProps) {
  const isPhone = useScreenSize() === 'phone'
  const time = <ClassTime session={session} zone={viewer.zone} />
  return (
    <header className="flex h-15 items-center gap-3 contain-layout contain-size px-3 md:gap-4 md:px-4">
      <span className="hidden md:block">
        <Brand className="w-7 overflow-hidden" />
      </span>
      <div className="min-w-0 flex-1 leading-tight">
        <h1 className="truncate text-[0.9375rem] leading-5 font-semibold tracking-[-.01em]">
          {session.classTitle}
        </h1>
        <p className="hidden truncate text-sm text-text-2 md:block">
          <SessionLine session={session} />
        </p>
        {isPhone ? time : null}
      </div>
      {isPhone ? null : time}
      <span className="hidden h-7 w-px bg-border lg:block" />
      <ConnectionButton controls={controls} />
      <div className="hidden md:block">
        <LayoutSwitch controls={controls} />
      </div>
      <div className="hidden md:block">
        <Settings controls={controls} />
      </div>
      <LeaveButton controls={controls} isTrainer={viewer.role === 'TRAINER'} />
    </header>
  )
}

function SessionLine({ session: { title, classTitle, number, sessionCount } }: { session: SessionDetail }) {
  const t = useTranslations('room')
  return title === classTitle
    ? t('sessionOf', { number, numberOf: sessionCount })
    : t('sessionOfTitled', { number, numberOf: sessionCount, title })
}

/** The viewer's connection quality. Opens the connection panel. */
function ConnectionButton({ controls }: { controls: RoomControls }) {
  const t = useTranslations('room.quality')
  const network = useTranslations('network')
  const { localParticipant: participant } = useRoomContext()
  const { quality } = useConnectionQualityIndicator({ participant })
  const isAudioAndScreen = useReceiveMode().mode === 'audio_and_screen'
  return (
    <button
      type="button"
      aria-expanded={controls.panel?.kind === 'connection'}
      onClick={() => controls.togglePanel('connection')}
      className="flex min-h-8 flex-none items-center gap-2 rounded-[8px] px-2 text-sm font-[550] text-text-2 hover:bg-hover pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <QualityBars quality={quality} label={network('openHelp', { quality: t(quality) })} />
      <span aria-hidden="true" className="hidden lg:inline">
        {isAudioAndScreen ? network('soundOnly') : t(`short.${quality}`)}
      </span>
    </button>
  )
}

function LayoutSwitch({ controls }: { controls: RoomControls }) {
  const t = useTranslations('room.layout')
  return (
    <Segment
      label={t('label')}
      name="layout"
      value={controls.layout}
      onChange={controls.setLayout}
      choices={[
        { value: 'stage', label: t('stage'), icon: <Presentation /> },
        { value: 'grid', label: t('grid'), icon: <LayoutGrid /> },
      ]}
    />
  )
}

function Settings({ controls }: { controls: RoomControls }) {
  const t = useTranslations('room.settings')
  const entries = useSettingEntries(controls)
  return (
    <Menu
      label={t('title')}
      groups={[entries]}
      trigger={(button) => <IconButton label={t('title')} icon={<SettingsIcon />} size="md" {...button} />}
    />
  )
}

/** Placed away from the thumb. */
function LeaveButton({ controls, isTrainer }: { controls: RoomControls; isTrainer: boolean }) {
  const t = useTranslations('room.control')
  return (
    <Button
      variant="danger-quiet"
      className="md:hidden"
      onClick={isTrainer ? controls.openEndDialog : controls.leave}
    >
      {isTrainer ? t('endShort') : t('leave')}
    </Button>
  )
}
