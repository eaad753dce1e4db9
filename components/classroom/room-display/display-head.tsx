import { useTranslations } from 'next-intl'
import { classClock } from '#components/classroom/room-state/class-clock.ts'
import { useNowEachSecond } from '#components/classroom/ui/use-now-each-second.ts'
import { Badge, LiveDot } from '#components/ui/badge.tsx'
import { Brand } from '#components/ui/brand.tsx'
import type { RoomDisplayView } from '#lib/classroom/room-display/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'

/** Class title, room name, trainer, elapsed time and planned end. */
export function DisplayHead({ displayView }: { displayView: RoomDisplayView }) {
  const { title, name, trainer, endsAt, timeZone } = displayView
  const t = useTranslations('roomDisplay')
  const common = useTranslations('common.status')
  const time = formatZonedTime(endsAt, timeZone)
  return (
    <header className="flex h-21 items-center gap-4.5 px-6">
      <Brand className="w-7 overflow-hidden" />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-[1.5rem] leading-8 font-semibold tracking-[-.015em]">{title}</h1>
        <p className="truncate text-lg text-text-2">{t('with', { room: name, trainer: trainer.name })}</p>
      </div>
      <Badge tone="live" icon={<LiveDot />} className="h-8 pr-3.5 pl-3 text-lg">
        {common('in_progress')}
      </Badge>
      <RunningTime {...displayView} />
      <p className="hidden text-lg font-medium text-text-2 tabular-nums sm:block">{t('ends', { time })}</p>
    </header>
  )
}

function RunningTime({ startedAt, endsAt }: Pick<RoomDisplayView, 'startedAt' | 'endsAt'>) {
  const t = useTranslations('room.clock')
  const { elapsed } = classClock(Date.parse(startedAt), Date.parse(endsAt), useNowEachSecond())
  return (
    <b
      role="timer"
      aria-label={t('label')}
      className="hidden text-[1.75rem] leading-8 font-semibold tabular-nums sm:block"
    >
      {elapsed}
    </b>
  )
}
