import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ScheduleSidePanel } from '#app/(signed-in)/sessions/[sessionId]/schedule-side-panel.tsx'
import { NoSessions } from '#components/schedule/calendar/no-sessions.tsx'
import { parseScheduleQuery, type SearchParams } from '#components/schedule/calendar/parse-schedule-query.ts'
import { Schedule } from '#components/schedule/calendar/schedule.tsx'
import { ScheduleFilters } from '#components/schedule/calendar/schedule-filters.tsx'
import { scheduleHref } from '#components/schedule/calendar/schedule-href.ts'
import { ScheduleTools } from '#components/schedule/calendar/schedule-tools.tsx'
import { shownDays } from '#components/schedule/calendar/shown-days.ts'
import { RefreshOnEvents } from '#components/shell/refresh-on-events.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { addressOf } from '#lib/api/client.ts'
import { listClasses } from '#lib/classes/list-classes.ts'
import { currentContext, pageOr404 } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { readAllPages } from '#lib/kernel/read-all-pages.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { exportSessionsEndpoint } from '#lib/sessions/endpoints.generated.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { listLiveSessions } from '#lib/sessions/reading/list-live-sessions.ts'
import { readSchedule, spanOfDays } from '#lib/sessions/reading/read-schedule.ts'
import { dayKey, zoneNamesOn } from '#lib/time/format.ts'
import { movedSpan } from '#lib/time/moved-span.ts'
import { PlanSession } from './plan-session.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('schedule')
  return { title: t('title') }
}

export default async function SchedulePage({ searchParams }: { searchParams: SearchParams }) {
  const context = await currentContext('ADMIN')
  const zone = await viewerZone(context)
  const now = context.now.toISOString()
  const { shown, open } = await parseScheduleQuery(searchParams, dayKey(now, zone))
  const { days } = shownDays(shown.view, shown.date)
  const filters = { trainerId: shown.trainer, classId: shown.class, mode: shown.mode, status: shown.status }
  const isFiltered = Object.values(filters).some(Boolean)
  const [{ sessions, nextDay }, all, live, classes, trainers, session] = await Promise.all([
    readSchedule(context, { days, zone, ...filters }),
    // Sessions hidden by a filter still make their trainer busy.
    isFiltered ? readSchedule(context, { days, zone }) : null,
    listLiveSessions(context),
    readAllPages((page) => listClasses(context, page)),
    readAllPages((page) => listPeople(context, { role: 'TRAINER', ...page })),
    open.session ? pageOr404(findSession(context, { sessionId: open.session })) : null,
  ])
  const proposed = session && open.panel === 'time' ? movedSpan(session, open, zone) : null
  const { panel } = open
  return (
    <Texts of={['common', 'admin', 'schedule', 'trainer']}>
      <Schedule
        shown={shown}
        sessions={sessions}
        others={all?.sessions}
        live={live}
        zone={zone}
        now={now}
        open={session?.id}
        proposed={proposed}
        mayPlan
        tools={
          <ScheduleTools
            zone={zoneNamesOn(days, zone)}
            exportHref={shown.view === 'list' ? exportHref(filters, spanOfDays(days, zone)) : null}
          >
            <ScheduleFilters
              shown={shown}
              trainers={trainers.map(({ id, name }) => ({ id, name }))}
              classes={classes.map(({ id, title }) => ({ id, name: title }))}
            />
          </ScheduleTools>
        }
        empty={<NoSessions shown={shown} mayPlan nextDay={nextDay} />}
        drawer={
          session ? (
            <ScheduleSidePanel
              context={context}
              session={session}
              panel={panel === 'new' ? undefined : panel}
              proposed={proposed}
              shown={shown}
              zone={zone}
            />
          ) : panel === 'new' ? (
            <PlanSession
              key={`${shown.date} ${open.start} ${shown.class} ${shown.trainer}`}
              classes={classes}
              trainers={trainers}
              filters={shown}
              date={shown.date}
              start={open.start}
              zone={zone}
              closeHref={scheduleHref(shown)}
            />
          ) : null
        }
      />
      <RefreshOnEvents />
    </Texts>
  )
}

function exportHref(
  filters: Record<string, string | undefined>,
  { from, to }: { from: Date; to: Date },
): string {
  return addressOf(exportSessionsEndpoint, { ...filters, from: from.toISOString(), to: to.toISOString() })
}
