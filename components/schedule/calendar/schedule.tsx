import type { ReactNode } from 'react'
import { classes } from '#components/ui/classes.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { clockTime, dayKey, zoneNamesOn } from '#lib/time/format.ts'
import { toBlock } from './block.ts'
import { periodOf } from './day-label.ts'
import { DayList } from './day-list.tsx'
import { LazyCalendar } from './lazy-calendar.tsx'
import { LiveNow } from './live-now.tsx'
import { ScheduleHead } from './schedule-head.tsx'
import type { ScheduleQuery, ScheduleView } from './schedule-href.ts'
import { shownDays, stepsFrom } from './shown-days.ts'
import { shownHours } from './shown-hours.ts'
import { splitByDay } from './split-by-day.ts'
import { WeekStrip } from './week-strip.tsx'

type ScheduleProps = {
  shown: ScheduleQuery & { view: ScheduleView; date: string }
  sessions: ClassSession[]
  live: (ClassSession & { inside: number })[]
  /** Sessions hidden by a filter, which still take time. */
  others?: ClassSession[]
  zone: string
  now: string
  /** The open session, and its proposed time. */
  open?: string
  proposed?: { startsAt: string; endsAt: string } | null
  /** The viewer can plan sessions here. */
  mayPlan?: boolean
  /** Content below the head: the filters. */
  tools?: ReactNode
  /** Content for a period without sessions. */
  empty: ReactNode
  /** The open drawer. */
  drawer?: ReactNode
}

/** A day, a week or a list of sessions, with the running sessions on top. */
export function Schedule({
  shown,
  sessions,
  live,
  others = [],
  zone,
  now,
  open,
  proposed,
  ...parts
}: ScheduleProps) {
  const { view, date } = shown
  const today = dayKey(now, zone)
  const { days, week } = shownDays(view, date)
  const planned = sessions.map((session) =>
    session.id === open && proposed ? { ...session, ...proposed } : session,
  )
  const placed = splitByDay(sessions, days, zone)
  const drawn = splitByDay(planned, days, zone)
  const gridDays = daysWithSessions(days, drawn)
  const inGrid = view !== 'list'
  return (
    <div
      className={classes(
        'flex flex-1',
        shown.path === '/student/schedule'
          ? 'min-h-[calc(100dvh-8rem)] overflow-hidden rounded-card border bg-surface'
          : 'lg:h-[calc(100dvh-1.125rem)] lg:flex-none',
      )}
    >
      <div className="flex min-w-0 flex-1 flex-col">
        <ScheduleHead
          shown={shown}
          today={today}
          {...stepsFrom(view, date)}
          period={periodOf(days, today)}
          mayPlan={parts.mayPlan ?? false}
          beside={parts.drawer != null}
        />
        <WeekStrip shown={shown} days={week} sessions={placed} today={today} />
        <LiveNow sessions={live} zone={zone} shown={shown} today={today} />
        {parts.tools}
        {sessions.length === 0 ? parts.empty : null}
        {sessions.length > 0 || (inGrid && parts.mayPlan) ? (
          <>
            {inGrid ? (
              <div className="relative hidden h-[75dvh] min-h-96 overflow-x-auto border-t sm:block lg:h-auto lg:flex-1 noscript:hidden">
                <div
                  className="absolute inset-y-0 left-0 min-w-full"
                  style={{ width: `${3.25 + 9 * gridDays.length}rem` }}
                >
                  <LazyCalendar
                    shown={shown}
                    open={open}
                    days={gridDays}
                    blocks={planned.map((session) =>
                      toBlock(session, zone, session.id === open ? (proposed ?? undefined) : undefined),
                    )}
                    others={others.map((session) => toBlock(session, zone))}
                    hours={shownHours([...drawn.values()].flat())}
                    now={`${today}T${clockTime(now, zone)}`}
                    mayPlan={parts.mayPlan ?? false}
                  />
                </div>
              </div>
            ) : null}
            {sessions.length > 0 ? (
              <div
                className={classes(
                  inGrid ? 'sm:hidden noscript:block' : 'min-h-0 flex-1 overflow-y-auto sm:border-t sm:pt-4',
                )}
              >
                <DayList
                  shown={shown}
                  days={days}
                  sessions={placed}
                  zone={zone}
                  zoneLabel={zoneNamesOn([date], zone)}
                  now={now}
                  today={today}
                />
              </div>
            ) : null}
          </>
        ) : null}
      </div>
      {parts.drawer}
    </div>
  )
}

/** A weekend day is shown if it has sessions. */
function daysWithSessions(days: string[], placed: Map<string, unknown[]>): string[] {
  if (days.length === 1) return days
  return days.filter((day, index) => index < 5 || (placed.get(day)?.length ?? 0) > 0)
}
