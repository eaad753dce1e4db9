import { type Database, inDatabaseTransaction } from '#lib/database/client.ts'
import { INVITATION_LIFE_MS } from '#lib/identity/invitations/invite.ts'
import { hashPassword } from '#lib/identity/sign-in/passwords.ts'
import { dayKey } from '#lib/time/format.ts'
import { eventId, planEvents } from './demonstration/plan-events.ts'
import { planNotices } from './demonstration/plan-notices.ts'
import { type PlannedSession, planSessions } from './demonstration/plan-sessions.ts'
import { admins, awaited, classes, demonstrationId, students, trainers } from './demonstration/school.ts'

const PASSWORD = 'caravan-demo'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const LONGEST_MS = 60_000

/** Fills an empty database with a believable school around `now`. */
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
  await database.class.createMany({
    data: classes.map(({ title, mode, capacity, timeZone }) => ({
      id: demonstrationId(`class ${title}`),
      title,
      mode,
      capacity,
      timeZone,
      createdAt: now,
    })),
  })
  await database.enrolment.createMany({
    data: classes.flatMap((course) =>
      enrolled(course).map((studentId) => ({ studentId, classId: demonstrationId(`class ${course.title}`) })),
    ),
  })
  const sessions = planSessions(now)
  await database.classSession.createMany({
    data: sessions.map((session) => ({
      id: session.id,
      classId: demonstrationId(`class ${session.course.title}`),
      trainerId: demonstrationId(`person ${session.course.trainer}`),
      title: session.title,
      sessionType: session.sessionType,
      capacity: session.course.capacity,
      seatsTaken: enrolled(session.course).length,
      ...timesOf(session),
    })),
  })
  await database.seat.createMany({
    data: sessions.flatMap((session) =>
      enrolled(session.course).map((studentId) => ({ studentId, sessionId: session.id })),
    ),
  })
  await database.auditEvent.createMany({ data: planEvents(sessions, now) })
  await database.notice.createMany({ data: planNotices(sessions, now) })
}

async function invite(database: Database, now: Date): Promise<void> {
  for (const { name, email, daysAgo } of awaited) {
    const sentAt = new Date(now.getTime() - daysAgo * DAY)
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
            expiresAt: new Date(sentAt.getTime() + INVITATION_LIFE_MS),
          },
        },
      },
    })
  }
}

/**
 * Moves the demonstration's weeks to `now` where they were made on another day. Sessions that somebody changed or
 * cancelled stay as they are, and so does all that is not of the demonstration.
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
      action: { in: ['session-changed', 'session-cancelled'] },
      actorId: { not: null },
      id: { notIn: planned.map(({ id }) => eventId('session-cancelled', id)) },
    },
    select: { subjectId: true },
  })
  const kept = new Set(changed.map((event) => event.subjectId))
  await inDatabaseTransaction(database, LONGEST_MS, async (database) => {
    const moving = planned.filter((session) => !kept.has(session.id))
    // Cancelled ones never collide: with their trainers out of the way, they are moved in any order.
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
  const busy = await database.classSession.count({
    where: {
      trainerId: demonstrationId(`person ${session.course.trainer}`),
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
          ? new Date(startsAt.getTime() - 60 * MINUTE)
          : null,
    cancelReason,
  }
}

function enrolled({ students: [from, to] }: { students: [number, number] }): string[] {
  return students.slice(from, to).map((name) => demonstrationId(`person ${name}`))
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
