import { CalendarClock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classClock } from '#components/classroom/room-state/class-clock.ts'
import { useNowEachSecond } from '#components/classroom/ui/use-now-each-second.ts'
import { Badge, LiveDot } from '#components/ui/badge.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'

/** Live badge with elapsed time and planned end. Before the start, the planned time. */
export function ClassTime({ session, zone }: { session: SessionDetail; zone: string }) {
  const t = useTranslations('room.clock')
  const common = useTranslations('common.status')
  if (session.status !== 'in_progress') {
    return (
      <span className="flex items-center gap-2 text-sm text-text-2">
        <Badge tone="info" icon={<CalendarClock />}>
          {common(session.status)}
        </Badge>
        <span className="tabular-nums">
          {t('planned', { time: formatZonedTime(session.startsAt, zone) })}
        </span>
      </span>
    )
  }
  return (
    <div role="timer" aria-label={t('label')} className="flex items-center gap-2 md:gap-3">
      {/* No pulse: participants know that the class is live, and each pulse would cost a frame of the whole room. */}
      <Badge tone="live" icon={<LiveDot pulses={false} />}>
        {common('in_progress')}
      </Badge>
      <RunningTime session={session} zone={zone} />
    </div>
  )
}

function RunningTime({ session, zone }: { session: SessionDetail; zone: string }) {
  const t = useTranslations('room.clock')
  const now = useNowEachSecond()
  const startedAt = Date.parse(session.startedAt ?? session.startsAt)
  const { elapsed, minutesLeft, share } = classClock(startedAt, Date.parse(session.endsAt), now)
  const time = formatZonedTime(session.endsAt, zone)
  return (
    <>
      <b className="text-sm font-semibold tabular-nums md:text-[1.0625rem]">{elapsed}</b>
      <span aria-hidden="true" className="hidden h-1.25 w-33 overflow-hidden rounded-full bg-border xl:block">
        <i className="block h-full rounded-full bg-text-2" style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      <span className="hidden text-sm whitespace-nowrap text-text-2 tabular-nums lg:inline">
        {minutesLeft >= 0
          ? t('left', { minutes: minutesLeft, time })
          : t('over', { minutes: -minutesLeft, time })}
      </span>
      <span className="truncate text-sm text-text-2 tabular-nums lg:hidden">{t('leftShort', { time })}</span>
    </>
  )
}
