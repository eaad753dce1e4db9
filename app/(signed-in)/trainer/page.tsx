import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Clock } from '#components/schedule/clock.tsx'
import { DayTimeline } from '#components/schedule/day-timeline.tsx'
import { NoClassToday } from '#components/schedule/no-class-today.tsx'
import { Roster } from '#components/schedule/roster.tsx'
import { RefreshOnEvents } from '#components/shell/refresh-on-events.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import type { Context } from '#lib/context/context.ts'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { findNextSession } from '#lib/sessions/reading/find-next-session.ts'
import { listLiveSessions } from '#lib/sessions/reading/list-live-sessions.ts'
import { listSessions } from '#lib/sessions/reading/list-sessions.ts'
import { dayKey } from '#lib/time/format.ts'
import { addDays, startOfDay } from '#lib/time/zones.ts'
import { endSession, startSession } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('trainer')
  return { title: t('title') }
}

export default async function TrainerHome() {
  const context = await currentContext('TRAINER')
  const t = await getTranslations('trainer')
  const zone = await viewerZone(context)
  const now = context.now.toISOString()
  const [next, today] = await Promise.all([findNextSession(context), listSessionsOfToday(context, zone)])
  const actions = { start: startSession, end: endSession }
  return (
    <Texts of={['common', 'trainer']}>
      <div className="grid flex-1 xl:grid-cols-[minmax(0,1fr)_27.25rem]">
        <div className="min-w-0 px-4 pt-6 pb-8 sm:px-9 sm:pt-7">
          <PageHead title={t('title')} meta={<Clock now={now} zone={zone} show="longDay" />} />
          {today.length > 0 ? (
            <DayTimeline sessions={today} next={next} zone={zone} now={now} actions={actions} />
          ) : (
            <NoClassToday next={next} zone={zone} now={now} actions={actions} />
          )}
        </div>
        {next ? <Roster session={next} zone={zone} /> : null}
      </div>
      <RefreshOnEvents />
    </Texts>
  )
}

/** Today's sessions and all sessions still in progress, by start. */
async function listSessionsOfToday(context: Context, zone: string): Promise<ClassSession[]> {
  const day = dayKey(context.now.toISOString(), zone)
  const [today, live] = await Promise.all([
    listSessions(context, { from: startOfDay(day, zone), to: startOfDay(addDays(day, 1), zone), limit: 100 }),
    listLiveSessions(context),
  ])
  const all = new Map([...live, ...today.items].map((session) => [session.id, session]))
  return [...all.values()].toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}
