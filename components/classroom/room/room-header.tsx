import { LayoutGrid, Presentation } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { QualityBars } from '#components/classroom/people/quality-bars.tsx'
import type { Viewer } from '#components/classroom/visit/viewer.ts'
import { Brand } from '#components/ui/brand.tsx'
import { Button } from '#components/ui/button.tsx'
import { Segment } from '#components/ui/segment.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { ClassTime } from './class-time.tsx'
import { useQuality } from './people.ts'
import { useRoom } from './room-context.ts'

type RoomHeaderProps = { session: SessionDetail; viewer: Viewer; controls: RoomControls }

/** What class it is, how far it is, and how well one is connected; on a phone also the way out. */
export function RoomHeader({ session, viewer, controls }: RoomHeaderProps) {
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
        <div className="md:hidden">
          <ClassTime session={session} zone={viewer.zone} />
        </div>
      </div>
      <div className="hidden md:block">
        <ClassTime session={session} zone={viewer.zone} />
      </div>
      <span className="hidden h-7 w-px bg-border lg:block" />
      <OwnQuality />
      <div className="hidden md:block">
        <LayoutSwitch controls={controls} />
      </div>
      <WayOut controls={controls} isTrainer={viewer.role === 'TRAINER'} />
    </header>
  )
}

function SessionLine({ session: { title, classTitle, number, numberOf } }: { session: SessionDetail }) {
  const t = useTranslations('room')
  return title === classTitle
    ? t('sessionOf', { number, numberOf })
    : t('sessionOfTitled', { number, numberOf, title })
}

function OwnQuality() {
  const t = useTranslations('room.quality')
  const quality = useQuality(useRoom().localParticipant)
  return (
    <span className="flex flex-none items-center gap-2 text-sm font-[550] text-text-2">
      <QualityBars quality={quality} label={t('yours', { quality: t(quality) })} />
      <span aria-hidden="true" className="hidden lg:inline">
        {t(`short.${quality}`)}
      </span>
    </span>
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

/** Away from the thumb. */
function WayOut({ controls, isTrainer }: { controls: RoomControls; isTrainer: boolean }) {
  const t = useTranslations('room.control')
  return (
    <Button
      variant="danger-quiet"
      className="md:hidden"
      onClick={isTrainer ? controls.askToEnd : controls.leave}
    >
      {isTrainer ? t('endShort') : t('leave')}
    </Button>
  )
}
