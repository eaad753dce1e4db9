import { type Database, inDatabaseTransaction } from '#lib/database/client.ts'
import { INVITATION_LIFETIME_MS } from '#lib/identity/password-links/create-invitations.ts'
import { hashPassword } from '#lib/identity/sign-in/passwords.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import { assignSeats, type SeatRequest } from '#lib/sessions/seats/policy.ts'
import { dayKey } from '#lib/time/format.ts'
import { eventId, planEvents } from './demonstration/plan-events.ts'
import { planNotices } from './demonstration/plan-notices.ts'
import { type PlannedSession, planSessions } from './demonstration/plan-sessions.ts'
import {
  admins,
  classes,
  type DemonstrationClass,
  demonstrationId,
  invitedStudents,
  locations,
  students,
  trainers,
} from './demonstration/school.ts'

const PASSWORD = 'caravan-demo'
const LONGEST_MS = MINUTE_MS

/** Fills an empty database with a realistic school around `now`. */
export async function createDemonstration(database: Database, now: Date): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD)
  const people = [
    ...peopleOf('ADMIN', admins),
    ...peopleOf('TRAINER', trainers),
    ...peopleOf('STUDENT', students),
  ]
  await database.user.createMany({
    data: people.map((person) => ({ ...person, passwordHash, createdAt: now })),
  })
  await invite(database, now)
  await database.location.createMany({
    data: locations.map((location) => ({ id: idOfLocation(location.name), ...location, createdAt: now })),
  })
  await database.class.createMany({
    data: classes.map((course) => ({ ...classOf(course), createdAt: now })),
  })
  await database.enrolment.createMany({
    data: classes.flatMap((course) =>
      seatRequestsOf(course).map((wish) => ({ ...wish, classId: demonstrationId(`class ${course.title}`) })),
    ),
  })
  const sessions = planSessions(now)
  await database.classSession.createMany({ data: sessions.map(sessionOf) })
  for (const { id: sessionId, course, status } of sessions) {
    const { seated, waiting } = assignSeatsOf(course)
    await database.seat.createMany({ data: seated.map((seat) => ({ ...seat, sessionId })) })
    if (status === 'scheduled') {
      await database.waitlistEntry.createMany({
        data: waiting.map((wait) => ({ ...wait, sessionId, createdAt: now })),
      })
    }
  }
  await database.auditEvent.createMany({ data: planEvents(sessions, now) })
  await database.notice.createMany({ data: planNotices(sessions, now) })
}

async function invite(database: Database, now: Date): Promise<void> {
  for (const { name, email, daysAgo } of invitedStudents) {
    const sentAt = new Date(now.getTime() - daysAgo * DAY_MS)
    await database.user.create({
      data: {
        id: demonstrationId(`person ${name}`),
        name,
        email,
        role: 'STUDENT',
        createdAt: sentAt,
        invitations: {
          create: {
            purpose: 'invitation',
            createdAt: sentAt,
            expiresAt: new Date(sentAt.getTime() + INVITATION_LIFETIME_MS),
          },
        },
      },
    })
  }
}

/**
 * Moves the demonstration to the weeks around `now` if it was created on another day. Sessions that users changed
 * or cancelled stay, and so do all records outside the demonstration.
 */
export async function moveDemonstration(database: Database, now: Date): Promise<void> {
  const ids = classes.map((course) => demonstrationId(`class ${course.title}`))
  const made = await database.class.findFirst({ where: { id: { in: ids } }, select: { createdAt: true } })
  if (!made || dayKey(made.createdAt.toISOString(), 'UTC') === dayKey(now.toISOString(), 'UTC')) return
  const planned = planSessions(now)
  const changed = await database.auditEvent.findMany({
    where: {
      subject: 'session',
      subjectId: { in: planned.map((session) => session.id) },
      action: { in: ['session_changed', 'session_cancelled'] },
      actorId: { not: null },
      id: { notIn: planned.map(({ id }) => eventId('session_cancelled', id)) },
    },
    select: { subjectId: true },
  })
  const kept = new Set(changed.map((event) => event.subjectId))
  await inDatabaseTransaction(database, LONGEST_MS, async (database) => {
    const moving = planned.filter((session) => !kept.has(session.id))
    // Cancelled sessions never collide: cancelling all of them first allows moves in any order.
    await database.classSession.updateMany({
      where: { id: { in: moving.map((session) => session.id) } },
      data: { status: 'cancelled' },
    })
    for (const session of moving) await moveSession(database, session)
    await database.class.updateMany({ where: { id: { in: ids } }, data: { createdAt: now } })
    const notices = planNotices(planned, now)
    await database.notice.deleteMany({ where: { id: { in: notices.map((notice) => notice.id) } } })
    await database.notice.createMany({ data: notices, skipDuplicates: true })
  })
}

async function moveSession(database: Database, session: PlannedSession): Promise<void> {
  const { startsAt, endsAt } = session
  const { trainerId, locationId } = classOf(session.course)
  const busy = await database.classSession.count({
    where: {
      OR: [{ trainerId }, ...(locationId ? [{ locationId }] : [])],
      status: { in: ['scheduled', 'in_progress'] },
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
    },
  })
  if (busy === 0)
    await database.classSession.updateMany({ where: { id: session.id }, data: timesOf(session) })
}

function timesOf({ status, startsAt, endsAt, cancelReason }: PlannedSession) {
  const started = status === 'in_progress' || status === 'completed'
  return {
    status,
    startsAt,
    endsAt,
    startedAt: started ? startsAt : null,
    endedAt:
      status === 'completed'
        ? endsAt
        : status === 'cancelled'
          ? new Date(startsAt.getTime() - HOUR_MS)
          : null,
    cancelReason,
  }
}

function classOf({ title, shortTitle, mode, capacity, timeZone, ...course }: DemonstrationClass) {
  return {
    id: demonstrationId(`class ${title}`),
    title,
    shortTitle,
    mode,
    capacity,
    timeZone,
    inPersonCapacity: course.inPersonCapacity,
    locationId: course.location && idOfLocation(course.location),
    trainerId: demonstrationId(`person ${course.trainer}`),
    studentsMaySwitch: course.studentsMaySwitch,
  }
}

function sessionOf(session: PlannedSession) {
  const { id, locationId, trainerId, capacity, inPersonCapacity } = classOf(session.course)
  const { seated } = assignSeatsOf(session.course)
  return {
    id: session.id,
    classId: id,
    trainerId,
    title: session.title,
    sessionType: session.sessionType,
    capacity,
    inPersonCapacity,
    locationId,
    seatsTaken: seated.filter(({ kind }) => kind === 'online').length,
    inPersonSeatsTaken: seated.filter(({ kind }) => kind === 'in_person').length,
    ...timesOf(session),
  }
}

/** The students of a class with their seat kind: the last ones attend in person. */
function seatRequestsOf({ students: [from, to], inPersonStudents = 0 }: DemonstrationClass): SeatRequest[] {
  return students.slice(from, to).map((name, index) => ({
    studentId: demonstrationId(`person ${name}`),
    kind: index < to - from - inPersonStudents ? 'online' : 'in_person',
  }))
}

/** Seats and waitlist of each session of a class. */
function assignSeatsOf(course: DemonstrationClass) {
  const { mode, capacity, inPersonCapacity = 0 } = course
  return assignSeats(
    { mode, capacity, inPersonCapacity, seatsTaken: 0, inPersonSeatsTaken: 0 },
    seatRequestsOf(course),
  )
}

function idOfLocation(name: string): string {
  return demonstrationId(`location ${name}`)
}

/** `trainer@caravan.test`, `trainer2@caravan.test`, … */
function peopleOf(role: 'ADMIN' | 'TRAINER' | 'STUDENT', names: string[]) {
  return names.map((name, index) => ({
    id: demonstrationId(`person ${name}`),
    email: `${role.toLowerCase()}${index === 0 ? '' : index + 1}@caravan.test`,
    name,
    role,
  }))
}
