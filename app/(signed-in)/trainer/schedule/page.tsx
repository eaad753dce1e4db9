import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ScheduleSidePanel } from '#app/(signed-in)/sessions/[sessionId]/schedule-side-panel.tsx'
import { NoSessions } from '#components/schedule/calendar/no-sessions.tsx'
import { parseScheduleQuery, type SearchParams } from '#components/schedule/calendar/parse-schedule-query.ts'
import { Schedule } from '#components/schedule/calendar/schedule.tsx'
import { ScheduleTools } from '#components/schedule/calendar/schedule-tools.tsx'
import { shownDays } from '#components/schedule/calendar/shown-days.ts'
import { RefreshOnEvents } from '#components/shell/refresh-on-events.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { currentContext, pageOr404 } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { listLiveSessions } from '#lib/sessions/reading/list-live-sessions.ts'
import { readSchedule } from '#lib/sessions/reading/read-schedule.ts'
import { dayKey, zoneNamesOn } from '#lib/time/format.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('schedule')
  return { title: t('title') }
}

/** The trainer's own schedule, read-only. */
export default async function TrainerSchedule({ searchParams }: { searchParams: SearchParams }) {
  const context = await currentContext('TRAINER')
  const zone = await viewerZone(context)
  const now = context.now.toISOString()
  const { shown: asked, open } = await parseScheduleQuery(searchParams, dayKey(now, zone))
  const shown = { path: '/trainer/schedule', view: asked.view, date: asked.date } as const
  const { days } = shownDays(shown.view, shown.date)
  const [{ sessions, nextDay }, live, session] = await Promise.all([
    readSchedule(context, { days, zone }),
    listLiveSessions(context),
    open.session ? pageOr404(findSession(context, { sessionId: open.session })) : null,
  ])
  return (
    <Texts of={['common', 'admin', 'schedule', 'trainer']}>
      <Schedule
        shown={shown}
        sessions={sessions}
        live={live}
        zone={zone}
        now={now}
        open={session?.id}
        tools={<ScheduleTools zone={zoneNamesOn(days, zone)} />}
        empty={<NoSessions shown={shown} nextDay={nextDay} />}
        drawer={
          session ? <ScheduleSidePanel context={context} session={session} shown={shown} zone={zone} /> : null
        }
      />
      <RefreshOnEvents />
    </Texts>
  )
}
