import { Check, ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { classes } from '#components/ui/classes.ts'
import { formatTime } from '#lib/time/format.ts'
import { longDayOf } from './day-label.ts'
import { DayListRow } from './day-list-row.tsx'
import type { ScheduleQuery } from './schedule-href.ts'
import type { SessionOfDay } from './split-by-day.ts'

type DayListProps = {
  shown: ScheduleQuery & { date: string }
  days: string[]
  sessions: Map<string, SessionOfDay[]>
  zone: string
  /** The zone's short name on the chosen day. */
  zoneLabel: string
  now: string
  today: string
}

/** The sessions of each day below each other; on phones the list starts at the chosen day. */
export function DayList({ shown, days, sessions, zone, zoneLabel, now, today }: DayListProps) {
  const t = useTranslations('admin.schedule')
  return (
    <div className="flex flex-col gap-5 px-4 pb-4 sm:px-6">
      {days.map((day) => {
        const planned = sessions.get(day) ?? []
        const chosen = day === shown.date
        if (planned.length === 0 && !chosen) return null
        return (
          <section
            key={day}
            aria-label={longDayOf(day, today)}
            className={classes(day < shown.date && 'max-sm:hidden', planned.length === 0 && 'sm:hidden')}
          >
            <div className="mb-2.5 flex items-baseline justify-between gap-3">
              <h2 className="text-h3 tabular-nums">{longDayOf(day, today)}</h2>
              {chosen ? (
                <span className="text-sm text-text-2 sm:hidden">{t('timesIn', { zone: zoneLabel })}</span>
              ) : null}
            </div>
            {planned.length === 0 ? <p className="text-text-2">{t('dayEmpty')}</p> : null}
            {day === today ? (
              <Today shown={shown} sessions={planned} zone={zone} now={now} />
            ) : (
              <Rows shown={shown} sessions={planned} zone={zone} />
            )}
          </section>
        )
      })}
    </div>
  )
}

type RowsProps = { shown: ScheduleQuery; sessions: SessionOfDay[]; zone: string }

function Rows({ shown, sessions, zone }: RowsProps) {
  return (
    <ol>
      {sessions.map((session) => (
        <DayListRow key={session.id} shown={shown} session={session} zone={zone} />
      ))}
    </ol>
  )
}

/** Ended sessions are folded if there are several; a line marks the current time. */
function Today({ shown, sessions, zone, now }: RowsProps & { now: string }) {
  const ended = sessions.filter((session) => session.status === 'completed')
  const folded = ended.length > 1 ? ended : []
  const rows = sessions.filter((session) => !folded.includes(session))
  const next = rows.findIndex((session) => session.startsAt > now)
  const nowAt = next === -1 ? rows.length : next
  return (
    <>
      {folded.length > 0 ? <Ended shown={shown} sessions={folded} zone={zone} /> : null}
      <ol>
        {rows.map((session, index) => (
          <Fragment key={session.id}>
            {index === nowAt ? <Now time={formatTime(now, zone)} /> : null}
            <DayListRow shown={shown} session={session} zone={zone} />
          </Fragment>
        ))}
        {nowAt === rows.length && sessions.length > 0 ? <Now time={formatTime(now, zone)} /> : null}
      </ol>
    </>
  )
}

function Ended({ shown, sessions, zone }: RowsProps) {
  const t = useTranslations('admin.schedule')
  const ends = sessions.map((session) => session.endsAt).toSorted()
  const values = {
    count: sessions.length,
    from: formatTime(sessions[0]?.startsAt ?? '', zone),
    to: formatTime(ends.at(-1) ?? '', zone),
  }
  return (
    <details className="group mb-2">
      <summary className="flex min-h-11 list-none items-center gap-2.25 rounded-[12px] bg-canvas pr-3 pl-4.5 font-medium text-text-2 tabular-nums [&_svg]:size-4 [&::-webkit-details-marker]:hidden">
        <Check />
        <span className="flex-1">{t('ended', values)}</span>
        <ChevronDown className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="pt-2">
        <Rows shown={shown} sessions={sessions} zone={zone} />
      </div>
    </details>
  )
}

function Now({ time }: { time: string }) {
  const t = useTranslations('admin.schedule')
  return (
    <li
      aria-label={t('now', { time })}
      className="mb-2 flex items-center gap-2.5 text-xs font-semibold text-primary-text tabular-nums after:h-0.5 after:flex-1 after:rounded-[1px] after:bg-primary"
    >
      <span aria-hidden="true" className="w-12 text-right">
        {time}
      </span>
    </li>
  )
}
