import 'server-only'
import { recordAudits } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SessionType } from '#lib/kernel/enums.ts'
import {
  type ClassId,
  type SessionId,
  sessionId,
  classId as toClassId,
  type UserId,
  userId,
} from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { NewNotice } from '#lib/notices/facts.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import { groupByPerson, noticePlan } from '#lib/sessions/changes/group-by-person.ts'
import type { Span } from '#lib/sessions/collisions.ts'
import { explainBookingConflict, refuseUnbookable } from '#lib/sessions/planning-checks.ts'
import type { SeatRequest } from '#lib/sessions/seats/policy.ts'
import {
  type LockedClass,
  lockOpenClass,
  lockSessions,
  lockStudents,
  takeSeats,
} from '#lib/sessions/seats/seats.ts'

/** A session to create. */
export type NewSession = Span & {
  classId: ClassId
  title: string | null
  sessionType: SessionType
  trainerId: UserId
  locationId: string | null
  capacity: number
  inPersonCapacity: number
  wallStart: string
  wallLater: boolean
}

type Planning = {
  sessions: NewSession[]
  allowOverlap: boolean
  /** Creates the series of the sessions in the same transaction. Returns its id. */
  createSeriesRow?: (context: Context) => Promise<string>
}

/**
 * Plans sessions of one class, all or none, and seats its enrolled students in the order of enrolment, each with
 * their usual seat kind; students who get no such seat join the waitlist. Seated students and trainers are notified.
 * Returns the sessions' ids by start.
 * @throws Refusal `invalid` (trainer, location, a location or in-person seats for an ONLINE class), `conflict` (an
 * archived class, or a trainer, location or student double-booked)
 */
export async function planSessions(
  context: Context,
  classId: ClassId,
  { sessions, allowOverlap, createSeriesRow }: Planning,
): Promise<SessionId[]> {
  try {
    return await inTransaction(context, async (context) => {
      refuseLocationInOnlineClass(await lockOpenClass(context, classId), sessions)
      const seatRequests = await lockEnrolled(context, classId)
      await refuseUnbookable(context, sessions)
      const seriesId = (await createSeriesRow?.(context)) ?? null
      const created = await context.database.classSession.createManyAndReturn({
        data: sessions.map((session) => ({
          ...session,
          seriesId,
          createdAt: context.now,
          changedAt: context.now,
        })),
        select: { id: true, startsAt: true },
      })
      const ids = created
        .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
        .map(({ id }) => sessionId.parse(id))
      for (const session of await lockSessions(context, ids)) {
        await takeSeats(context, session, seatRequests, { allowOverlap, waitlistRest: true })
      }
      await recordPlanned(context, ids)
      return ids
    })
  } catch (error) {
    throw await explainBookingConflict(
      context,
      error,
      sessions.map((session) => ({ ...session, id: null })),
    )
  }
}

/** The class's students in the order of enrolment. They are locked before the sessions exist: see seats.ts. */
async function lockEnrolled(context: Context, classId: string): Promise<SeatRequest[]> {
  const enrolments = await context.database.enrolment.findMany({
    where: { classId, student: { role: 'STUDENT', disabledAt: null } },
    orderBy: [{ createdAt: 'asc' }, { studentId: 'asc' }],
    select: { studentId: true, kind: true },
  })
  await lockStudents(
    context,
    enrolments.map((enrolment) => enrolment.studentId),
  )
  return enrolments
}

/** @throws Refusal `invalid` if a session of an ONLINE class has a location or in-person seats */
function refuseLocationInOnlineClass({ mode }: LockedClass, sessions: NewSession[]): void {
  if (mode !== 'ONLINE') return
  for (const { inPersonCapacity, locationId } of sessions) {
    if (inPersonCapacity === 0 && locationId === null) continue
    const field = inPersonCapacity > 0 ? 'inPersonCapacity' : 'locationId'
    throw new Refusal('invalid', 'noLocationInOnlineClass', {
      fields: { [field]: 'noLocationInOnlineClass' },
    })
  }
}

async function recordPlanned(context: Context, ids: SessionId[]): Promise<void> {
  const sessions = await context.database.classSession.findMany({
    where: { id: { in: ids } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: { seats: { select: { studentId: true } } },
  })
  await recordAudits(
    context,
    sessions.map(({ id, startsAt, endsAt, trainerId, capacity, inPersonCapacity }) => ({
      action: 'session_created',
      subject: 'session',
      subjectId: id,
      after: {
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        trainerId,
        capacity,
        ...(inPersonCapacity > 0 && { inPersonCapacity }),
      },
    })),
  )
  for (const id of ids) await publishToPages(context, id)
  await writeNotices(context, noticesOf(sessions, context.actor.id))
}

type Planned = {
  id: string
  classId: string
  startsAt: Date
  endsAt: Date
  trainerId: string
  locationId: string | null
  seats: { studentId: string }[]
}

/** One notice per person: the first of their sessions, and how many there are. */
function noticesOf(sessions: Planned[], actorId: string): NewNotice[] {
  const [first] = sessions
  if (!first) return []
  const groups = groupByPerson(sessions, ({ trainerId, seats }) => [
    trainerId,
    ...seats.map((seat) => seat.studentId),
  ])
  groups.delete(actorId)
  return [...groups].map(([person, { first: own, count }]) => ({
    userId: userId.parse(person),
    key: `planned:${first.id}`,
    kind: 'sessions_planned' as const,
    facts: {
      classId: toClassId.parse(own.classId),
      sessionId: sessionId.parse(own.id),
      count,
      now: noticePlan({ ...own, trainerId: userId.parse(own.trainerId) }),
    },
  }))
}
