import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NextClassHero } from '#components/schedule/next-class-hero.tsx'
import { NoClassHero } from '#components/schedule/no-class-hero.tsx'
import { OwnSeat } from '#components/schedule/session/own-seat.tsx'
import { StudentDays } from '#components/schedule/student-days.tsx'
import { RefreshOnEvents } from '#components/shell/refresh-on-events.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { findDeviceCheck } from '#lib/device-check/find-device-check.ts'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { findNextSession } from '#lib/sessions/reading/find-next-session.ts'
import { listSessions } from '#lib/sessions/reading/list-sessions.ts'
import { listOwnWaitlistEntries } from '#lib/sessions/seats/list-own-waitlist-entries.ts'
import { leaveSessionWaitlist, switchSeat } from './actions.ts'

const COMING_UP = 10
const PAST = 8

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('student')
  return { title: t('title') }
}

export default async function StudentHome() {
  const context = await currentContext('STUDENT')
  const { now } = context
  const zone = await viewerZone(context)
  const [next, ahead, behind, waits, lastCheck] = await Promise.all([
    findNextSession(context),
    listSessions(context, { from: now, limit: COMING_UP + 1 }),
    listSessions(context, { to: now, latestFirst: true, limit: PAST + 1 }),
    listOwnWaitlistEntries(context),
    findDeviceCheck(context),
  ])
  const comingUp = ahead.items.filter((session) => session.id !== next?.id && session.status !== 'completed')
  const past = behind.items.filter((session) => isOver(session, now))
  return (
    <>
      {next ? (
        <NextClassHero
          session={next}
          zone={zone}
          now={now.toISOString()}
          lastCheck={lastCheck}
          seat={
            next.seat && next.inPersonCapacity > 0 ? (
              <Texts of={['common', 'seats']}>
                <OwnSeat
                  session={next}
                  seat={next.seat}
                  studentId={context.actor.id}
                  zone={zone}
                  switchSeat={switchSeat}
                />
              </Texts>
            ) : null
          }
        />
      ) : (
        <NoClassHero />
      )}
      <Texts of={['common', 'student']}>
        <StudentDays
          comingUp={comingUp.slice(0, COMING_UP)}
          waitlist={waits.items}
          past={past.slice(0, PAST)}
          zone={zone}
          leaveWaitlist={leaveSessionWaitlist}
        />
      </Texts>
      <RefreshOnEvents />
    </>
  )
}

function isOver({ status, endsAt }: ClassSession, now: Date): boolean {
  return status === 'completed' || (status !== 'in_progress' && Date.parse(endsAt) < now.getTime())
}
