import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { z } from 'zod'
import { RecentHistory } from '#app/(signed-in)/admin/audit/recent-history.tsx'
import { ReviewLink } from '#components/classroom/chat/review-link.tsx'
import { scheduleHref } from '#components/schedule/calendar/schedule-href.ts'
import { CancelButton } from '#components/schedule/planning/cancel-button.tsx'
import { OwnSeat } from '#components/schedule/session/own-seat.tsx'
import { SeatTable } from '#components/schedule/session/seat-table.tsx'
import { SessionActions } from '#components/schedule/session/session-actions.tsx'
import { SessionHead } from '#components/schedule/session/session-head.tsx'
import { sessionPanels } from '#components/schedule/session/session-href.ts'
import { SessionNote } from '#components/schedule/session/session-note.tsx'
import { SessionSide } from '#components/schedule/session/session-side.tsx'
import { RefreshOnEvents } from '#components/shell/refresh-on-events.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { classes } from '#components/ui/classes.ts'
import { homePath } from '#components/ui/home-path.ts'
import { mayReadAudit } from '#lib/audit/policy.ts'
import { currentContext, pageOr404 } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { dayKey } from '#lib/time/format.ts'
import {
  cancelSession,
  endSession,
  previewChange,
  readmit,
  removeWaitlisted,
  seatStudents,
  startSession,
  switchSeat,
  undoChange,
  unseatStudents,
} from './actions.ts'
import { ChangePanel } from './change-panel.tsx'

type SessionPageProps = {
  params: Promise<{ sessionId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: SessionPageProps): Promise<Metadata> {
  const session = await readSession((await params).sessionId)
  return { title: session.classTitle }
}

const address = z.object({ panel: z.enum(sessionPanels).optional().catch(undefined) })

export default async function SessionPage({ params, searchParams }: SessionPageProps) {
  const context = await currentContext()
  const session = await readSession((await params).sessionId)
  const zone = await viewerZone(context)
  const { panel } = address.parse(await searchParams)
  const { role } = context.actor
  const back = await backLink(role, session, zone)
  const leading = { start: startSession, end: endSession }
  return (
    <Texts of={['common', 'admin', 'people', 'seats', 'trainer']}>
      <div
        className={classes(
          'grid flex-1 grid-cols-1 lg:grid-cols-[minmax(0,1fr)_auto] lg:grid-rows-[auto_minmax(0,1fr)]',
          role === 'STUDENT'
            ? 'mx-4 mb-10 overflow-hidden rounded-card border bg-surface sm:mx-8'
            : 'lg:h-[calc(100dvh-1.125rem)] lg:flex-none',
        )}
      >
        <div className="flex min-w-0 flex-col gap-4 px-4 pt-5 pb-5 sm:px-8 sm:pt-6">
          <SessionHead
            session={session}
            zone={zone}
            back={back}
            actions={<SessionActions session={session} role={role} actions={leading} />}
          />
          <SessionNote session={session} />
        </div>
        <div className="min-h-0 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:flex">
          {panel && session.abilities.canChange ? (
            <ChangePanel context={context} session={session} panel={panel} zone={zone} />
          ) : (
            <SessionSide
              session={session}
              zone={zone}
              history={
                mayReadAudit(context.actor) ? (
                  <>
                    <RecentHistory context={context} of={{ session: session.id }} zone={zone} />
                    <ReviewLink sessionId={session.id} />
                  </>
                ) : null
              }
              ownSeat={
                session.seat && session.inPersonCapacity > 0 ? (
                  <OwnSeat
                    session={session}
                    seat={session.seat}
                    studentId={context.actor.id}
                    zone={zone}
                    switchSeat={switchSeat}
                  />
                ) : null
              }
              cancel={
                <CancelButton
                  session={session}
                  zone={zone}
                  action={cancelSession}
                  preview={previewChange}
                  undo={undoChange}
                />
              }
            />
          )}
        </div>
        {session.seats ? (
          <SeatTable
            session={session}
            seats={session.seats}
            quiet={panel !== undefined}
            zone={zone}
            now={context.now.toISOString()}
            removeFromWaitlist={removeWaitlisted}
            actions={{
              seat: seatStudents,
              unseat: unseatStudents,
              letIn: readmit,
              switch: switchSeat,
            }}
          />
        ) : null}
      </div>
      <RefreshOnEvents sessionIds={[session.id]} />
    </Texts>
  )
}

/** Cached: the page and its title share one read. */
const readSession = cache(async (id: string): Promise<SessionDetail> => {
  const parsed = sessionId.safeParse(id)
  if (!parsed.success) notFound()
  return pageOr404(findSession(await currentContext(), { sessionId: parsed.data }))
})

async function backLink(role: 'ADMIN' | 'TRAINER' | 'STUDENT', session: SessionDetail, zone: string) {
  const t = await getTranslations('admin.session')
  switch (role) {
    case 'ADMIN':
      return { href: scheduleHref({ date: dayKey(session.startsAt, zone) }), label: t('schedule') }
    case 'TRAINER':
      return { href: homePath(role), label: t('trainerHome') }
    case 'STUDENT':
      return { href: homePath(role), label: t('studentHome') }
  }
}
