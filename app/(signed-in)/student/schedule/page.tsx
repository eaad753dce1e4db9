import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NoSessions } from '#components/schedule/calendar/no-sessions.tsx'
import { parseScheduleQuery, type SearchParams } from '#components/schedule/calendar/parse-schedule-query.ts'
import { Schedule } from '#components/schedule/calendar/schedule.tsx'
import { ScheduleTools } from '#components/schedule/calendar/schedule-tools.tsx'
import { shownDays } from '#components/schedule/calendar/shown-days.ts'
import { RefreshOnEvents } from '#components/shell/refresh-on-events.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { listLiveSessions } from '#lib/sessions/reading/list-live-sessions.ts'
import { readSchedule } from '#lib/sessions/reading/read-schedule.ts'
import { dayKey, zoneNamesOn } from '#lib/time/format.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('schedule')
  return { title: t('title') }
}

/** The student's own schedule, read-only. */
export default async function StudentSchedule({ searchParams }: { searchParams: SearchParams }) {
  const context = await currentContext('STUDENT')
  const zone = await viewerZone(context)
  const now = context.now.toISOString()
  const { shown: asked } = await parseScheduleQuery(searchParams, dayKey(now, zone))
  const shown = { path: '/student/schedule', view: asked.view, date: asked.date } as const
  const { days } = shownDays(shown.view, shown.date)
  const [{ sessions, nextDay }, live] = await Promise.all([
    readSchedule(context, { days, zone }),
    listLiveSessions(context),
  ])
  return (
    <Texts of={['common', 'schedule']}>
      <Schedule
        shown={shown}
        sessions={sessions}
        live={live}
        zone={zone}
        now={now}
        tools={<ScheduleTools zone={zoneNamesOn(days, zone)} />}
        empty={<NoSessions shown={shown} nextDay={nextDay} />}
      />
      <RefreshOnEvents />
    </Texts>
  )
}
