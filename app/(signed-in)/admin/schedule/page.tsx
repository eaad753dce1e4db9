import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { scheduleHref } from '#components/schedule/calendar/address.ts'
import { periodOf } from '#components/schedule/calendar/day-label.ts'
import { DayList } from '#components/schedule/calendar/day-list.tsx'
import { LiveNow } from '#components/schedule/calendar/live-now.tsx'
import { NoSessions } from '#components/schedule/calendar/no-sessions.tsx'
import { placeInDays } from '#components/schedule/calendar/place-in-day.ts'
import { ScheduleHead } from '#components/schedule/calendar/schedule-head.tsx'
import { TimeGrid } from '#components/schedule/calendar/time-grid.tsx'
import { WeekStrip } from '#components/schedule/calendar/week-strip.tsx'
import { RefreshOnNews } from '#components/shell/refresh-on-news.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { currentContext } from '#lib/http/current-context.ts'
import { everyPage } from '#lib/http/every-page.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import type { Context } from '#lib/process/context.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { listLiveSessions } from '#lib/sessions/list-live-sessions.ts'
import { listSessions } from '#lib/sessions/list-sessions.ts'
import { dayKey, zoneName } from '#lib/time/format.ts'
import { addDays, isDay, startOfDay, startOfWeek } from '#lib/time/zones.ts'
import { PlanSession } from './plan-session.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.schedule')
  return { title: t('title') }
}

const address = z.object({
  view: z.enum(['week', 'day']).catch('week'),
  date: z.string().refine(isDay).optional().catch(undefined),
  panel: z.literal('new').optional().catch(undefined),
})

type SchedulePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SchedulePage({ searchParams }: SchedulePageProps) {
  const context = await currentContext('ADMIN')
  const zone = await viewerZone(context)
  const now = context.now.toISOString()
  const today = dayKey(now, zone)
  const { view, date = today, panel } = address.parse(await searchParams)
  const week = daysFrom(startOfWeek(date), 7)
  const days = view === 'week' ? week : [date]
  const [sessions, live] = await Promise.all([
    listSessionsOfDays(context, days, zone),
    listLiveSessions(context),
  ])
  const placed = placeInDays(sessions, days, zone)
  const step = view === 'week' ? 7 : 1
  return (
    <Texts of={['common', 'admin']}>
      <div className="flex flex-1 lg:h-[calc(100dvh-1.125rem)] lg:flex-none">
        <div className="flex min-w-0 flex-1 flex-col">
          <ScheduleHead
            view={view}
            date={date}
            today={today}
            previous={addDays(date, -step)}
            next={addDays(date, step)}
            period={periodOf(days, today)}
            zone={zoneName(now, zone)}
            planning={panel === 'new'}
          />
          <WeekStrip days={week} sessions={placed} chosen={date} today={today} />
          <LiveNow sessions={live} zone={zone} today={today} />
          {sessions.length > 0 ? (
            <>
              <TimeGrid
                days={shownDays(days, placed)}
                sessions={placed}
                zone={zone}
                now={now}
                today={today}
                mostLanes={view === 'week' ? 2 : 6}
              />
              <DayList
                days={days.filter((day) => day >= date)}
                sessions={placed}
                zone={zone}
                zoneLabel={zoneName(now, zone)}
                now={now}
                today={today}
              />
            </>
          ) : (
            <NoSessions view={view} date={date} nextDay={await nextDayAfter(context, days, zone)} />
          )}
        </div>
        {panel ? (
          <PlanSession context={context} date={date} zone={zone} closeHref={scheduleHref({ view, date })} />
        ) : null}
      </div>
      <RefreshOnNews />
    </Texts>
  )
}

function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

/** A weekend is shown when something is on. */
function shownDays(days: string[], placed: Map<string, unknown[]>): string[] {
  if (days.length === 1) return days
  return days.filter((day, index) => index < 5 || (placed.get(day)?.length ?? 0) > 0)
}

function endOf(days: string[], zone: string): Date {
  return startOfDay(addDays(days.at(-1) ?? '', 1), zone)
}

async function listSessionsOfDays(context: Context, days: string[], zone: string): Promise<ClassSession[]> {
  const span = { from: startOfDay(days[0] ?? '', zone), to: endOf(days, zone) }
  return everyPage((page) => listSessions(context, { ...span, ...page }))
}

/** The day of the first session that begins later. */
async function nextDayAfter(context: Context, days: string[], zone: string): Promise<string | null> {
  const { items } = await listSessions(context, { from: endOf(days, zone), limit: 1 })
  return items[0] ? dayKey(items[0].startsAt, zone) : null
}
