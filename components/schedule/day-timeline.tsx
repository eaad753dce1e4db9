import { useTranslations } from 'next-intl'
import type { ClassSession, SessionDetail } from '#lib/sessions/api.ts'
import { formatLongDay, formatTime, formatTimeRange } from '#lib/time/format.ts'
import { Clock } from './clock.tsx'
import { NextSessionCard } from './next-session-card.tsx'
import { SessionCard } from './session-card.tsx'
import { NowRow, TimelineRow, type TimelineState } from './timeline.tsx'
import type { TrainerActions } from './trainer-actions.ts'

type DayTimelineProps = {
  /** Sorted by start. */
  sessions: ClassSession[]
  /** The session to teach next or now, whether or not it is among them. */
  next: SessionDetail | null
  zone: string
  now: string
  actions: TrainerActions
}

/** A trainer's day from top to bottom with the current time, and below it the next class of another day. */
export function DayTimeline({ sessions, next, zone, now, actions }: DayTimelineProps) {
  const t = useTranslations('trainer')
  const started = sessions.filter((session) => hasBegun(session, now))
  const ahead = sessions.filter((session) => !hasBegun(session, now))
  const row = (session: ClassSession) => (
    <TimelineRow
      key={session.id}
      state={stateOf(session, next)}
      startsAt={session.startsAt}
      endsAt={session.endsAt}
      zone={zone}
    >
      {session.id === next?.id ? (
        <NextSessionCard session={next} zone={zone} now={now} today actions={actions} />
      ) : (
        <SessionCard session={session} zone={zone} actions={actions} />
      )}
    </TimelineRow>
  )
  const isLater = next && !sessions.some(({ id }) => id === next.id)
  return (
    <>
      <ol className="mt-6">
        {started.map(row)}
        <NowRow
          label={t('now', { time: formatTime(now, zone) })}
          time={<Clock now={now} zone={zone} show="time" />}
        />
        {ahead.map(row)}
      </ol>
      {isLater ? (
        <div className="mt-6 flex flex-col gap-3">
          <p className="text-sm text-text-2">
            {t('nextIs', {
              date: formatLongDay(next.startsAt, zone),
              time: formatTimeRange(next.startsAt, next.endsAt, zone),
            })}
          </p>
          <NextSessionCard session={next} zone={zone} now={now} today={false} actions={actions} />
        </div>
      ) : null}
    </>
  )
}

/** Whether a class has started; a trainer may start it before its time. */
function hasBegun({ status, startsAt }: ClassSession, now: string): boolean {
  return status === 'in_progress' || startsAt <= now
}

function stateOf({ id, status }: ClassSession, next: SessionDetail | null): TimelineState {
  if (status === 'in_progress') return 'live'
  if (status === 'completed' || status === 'cancelled') return 'over'
  return id === next?.id ? 'next' : 'later'
}
