import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeClass } from '#lib/classes/change-class.ts'
import { changeEnrolment } from '#lib/classes/change-enrolment.ts'
import { enrolStudents } from '#lib/classes/enrol-students.ts'
import { unenrolStudents } from '#lib/classes/unenrol-students.ts'
import type { Context } from '#lib/context/context.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { type ClassId, type SessionId, sessionId as toSessionId, type UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { eraseUser } from '#lib/people/erase-user.ts'
import { endSession } from '#lib/sessions/lifecycle/end-session.ts'
import { startSession } from '#lib/sessions/lifecycle/start-session.ts'
import { cancelSession } from '#lib/sessions/planning/cancel-session.ts'
import { changeSession } from '#lib/sessions/planning/change-session.ts'
import { createSession } from '#lib/sessions/planning/create-session.ts'
import { runPromotions } from '#scripts/testing/run-promotions.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { removeFromWaitlist } from './remove-from-waitlist.ts'
import { seatStudents } from './seat-students.ts'
import { switchSeat } from './switch-seat.ts'
import { unseatStudents } from './unseat-students.ts'

const noOverlap = { allowOverlap: false }

const kinds = [
  'seat',
  'move',
  'plan',
  'enrol',
  'unseat',
  'unenrol',
  'switch',
  'usual',
  'resize',
  'leave',
  'cancel',
  'end',
  'series',
  'erase',
  'disable',
  'enable',
  'class',
  'archive',
  'restore',
] as const
const often: Partial<Record<(typeof kinds)[number], number>> = {
  seat: 5,
  unseat: 4,
  move: 3,
  switch: 3,
  disable: 3,
  enable: 4,
  plan: 2,
  erase: 2,
}
// Small numbers, so that commands collide: three students, half hours of one morning.
const number = fc.nat({ max: 3 })
const few = fc.subarray([0, 1, 2], { minLength: 1 })
const command = fc.record({
  kind: fc.oneof(...kinds.map((kind) => ({ weight: often[kind] ?? 1, arbitrary: fc.constant(kind) }))),
  which: number,
  students: few,
  to: number,
  place: fc.constantFrom('online' as const, 'in_person' as const),
  whenFull: fc.constantFrom('refuse' as const, 'waitlist' as const),
})
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never
/** Steps in sequence, each of up to four concurrent commands. */
const story = fc.array(fc.array(command, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 10 })

type World = { school: School; admin: Context; classes: ClassId[]; students: UserId[]; trainers: UserId[] }

/**
 * Two classes, three students, and four trainers with a session each, far from the morning; the sessions of the first
 * class are a series. All students request the same seat in each: there are waitlists from the beginning.
 */
async function createWorld(school: School, admin: Context): Promise<World> {
  const trainers = await school.people('TRAINER', 4)
  const students = await school.people('STUDENT', 3)
  const classes = [
    await school.course('HYBRID', 2, { inPersonCapacity: 1 }),
    await school.course('OFFLINE', 1, { inPersonCapacity: 2 }),
  ]
  const idsOf = (people: { id: UserId }[]) => people.map((person) => person.id)
  for (const [index, trainer] of trainers.entries()) {
    const inClass = pick(classes, index)
    const wish = {
      classId: inClass,
      trainer,
      startsInHours: 24 + 2 * index,
      capacity: 1,
      inPersonCapacity: 1,
    }
    const sessionId = await school.session(wish)
    const [kind, studentIds] = [index < 2 ? ('online' as const) : ('in_person' as const), idsOf(students)]
    await seatStudents(admin, { sessionId, studentIds, kind, whenFull: 'waitlist', ...noOverlap })
  }
  const [inSeries = ''] = classes
  const { id: seriesId } = await school.database.series.create({
    data: {
      classId: inSeries,
      rule: 'FREQ=DAILY;COUNT=2',
      wallStart: '2027-08-17T10:00',
      minutes: 60,
      timeZone: 'Europe/Berlin',
    },
  })
  await school.database.classSession.updateMany({ where: { classId: inSeries }, data: { seriesId } })
  return { school, admin, classes, students: idsOf(students), trainers: idsOf(trainers) }
}

async function perform({ admin, ...world }: World, command: Command): Promise<unknown> {
  const { kind, which, to, place, whenFull } = command
  const classId = pick(world.classes, which)
  const trainerId = pick(world.trainers, which)
  const studentIds = command.students.map((index) => pick(world.students, index))
  const studentId = pick(studentIds, 0)
  const sessionId = pick(await sessionsOf(world), which)
  const startsAt = new Date(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + to * (HOUR_MS / 2))
  const span = { startsAt, endsAt: new Date(startsAt.getTime() + HOUR_MS) }
  switch (kind) {
    case 'seat':
      return seatStudents(admin, { sessionId, studentIds, kind: place, whenFull, ...noOverlap })
    case 'unseat':
      return unseatStudents(admin, { sessionId, studentIds })
    case 'enrol':
      return enrolStudents(admin, { classId, studentIds, kind: place, ...noOverlap })
    case 'unenrol':
      return unenrolStudents(admin, { classId, studentIds })
    case 'switch':
      return switchSeat(admin, { sessionId, studentId, kind: place, whenFull })
    case 'usual':
      return changeEnrolment(admin, { classId, studentId, kind: place, sessions: 'upcoming' })
    case 'leave':
      return removeFromWaitlist(admin, { sessionId, studentIds })
    case 'resize':
      return changeSession(admin, { sessionId, ...placesOf(command), ...noOverlap })
    case 'move':
      return changeSession(admin, { sessionId, ...span, ...noOverlap })
    case 'series': {
      const becomes = whenFull === 'waitlist' ? span : placesOf(command)
      return changeSession(admin, { sessionId, scope: 'following', ...becomes, ...noOverlap })
    }
    case 'plan': {
      const sessionType = which % 2 === 0 ? 'online' : 'offline'
      return createSession(admin, { classId, trainerId, sessionType, ...span, ...noOverlap })
    }
    case 'cancel':
      return cancelSession(admin, { sessionId, reason: 'The trainer is ill.' })
    case 'end':
      await startSession(admin, { sessionId })
      return endSession(admin, { sessionId })
    case 'erase':
      await eraseUser(admin, { userId: studentId })
      world.students[world.students.indexOf(studentId)] = (await world.school.person('STUDENT')).id
      return
    case 'disable':
      return changeUser(admin, { userId: studentId, disabled: true })
    case 'enable':
      return changeUser(admin, { userId: studentId, disabled: false })
    case 'class':
      return changeClass(admin, {
        classId,
        mode: place === 'in_person' ? 'OFFLINE' : 'HYBRID',
        capacity: to + 1,
        inPersonCapacity: to,
      })
    case 'archive':
      for (const sessionId of await sessionsOf({ ...world, classes: [classId] })) {
        await cancelSession(admin, { sessionId, reason: 'The class is not held.' })
      }
      return changeClass(admin, { classId, archived: true })
    case 'restore':
      return changeClass(admin, { classId, archived: false })
  }
}

function placesOf({ place, to }: Command) {
  return place === 'in_person' ? { inPersonCapacity: to } : { capacity: to + 1 }
}

async function sessionsOf({ school, classes }: Pick<World, 'school' | 'classes'>): Promise<SessionId[]> {
  const sessions = await school.database.classSession.findMany({
    where: { classId: { in: classes } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  return sessions.map(({ id }) => toSessionId.parse(id))
}

function pick<T>(from: T[], index: number): T {
  const found = from[index % from.length]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

async function expectSeatsToHold({ database }: School) {
  const miscounted = await database.$queryRaw`
    SELECT session."id" FROM "ClassSession" session
    WHERE "seatsTaken" > "capacity" OR "inPersonSeatsTaken" > "inPersonCapacity" OR "seatsTaken" <>
      (SELECT count(*) FROM "Seat" seat WHERE seat."sessionId" = session."id" AND seat."kind" = 'online')
    OR "inPersonSeatsTaken" <>
      (SELECT count(*) FROM "Seat" seat WHERE seat."sessionId" = session."id" AND seat."kind" = 'in_person')`
  expect(miscounted).toEqual([])
  const twice = await database.$queryRaw`
    SELECT one."studentId", first."id" AS "first", second."id" AS "second"
    FROM "Seat" one JOIN "Seat" other ON other."studentId" = one."studentId" AND other."sessionId" > one."sessionId"
    JOIN "ClassSession" first ON first."id" = one."sessionId"
    JOIN "ClassSession" second ON second."id" = other."sessionId"
    WHERE first."status" IN ('scheduled', 'in_progress') AND second."status" IN ('scheduled', 'in_progress')
      AND first."startsAt" < second."endsAt" AND second."startsAt" < first."endsAt"`
  expect(twice).toEqual([])
}

/**
 * No eligible student is waitlisted while a seat is free, unless they are busy then; or for the kind that they have.
 * A student without a seat who is waitlisted for in person may sit online in a HYBRID class, and if there are no
 * in-person seats.
 */
async function expectLinesToMove({ database }: School) {
  const forgotten = await database.$queryRaw`
    SELECT wait."sessionId", wait."studentId", wait."kind", seat."kind" AS "seat"
    FROM "WaitlistEntry" wait JOIN "ClassSession" session ON session."id" = wait."sessionId"
    JOIN "Class" class ON class."id" = session."classId"
    JOIN "User" student ON student."id" = wait."studentId" AND student."role" = 'STUDENT'
      AND student."disabledAt" IS NULL
    LEFT JOIN "Seat" seat ON seat."sessionId" = wait."sessionId" AND seat."studentId" = wait."studentId"
    WHERE session."status" IN ('scheduled', 'in_progress') AND (seat."kind" = wait."kind" OR (
      ((wait."kind" = 'in_person' AND session."inPersonSeatsTaken" < session."inPersonCapacity")
        OR (session."seatsTaken" < session."capacity" AND (wait."kind" = 'online' OR (
          seat."sessionId" IS NULL AND (class."mode" = 'HYBRID' OR session."inPersonCapacity" = 0)))))
      AND (seat."sessionId" IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM "Seat" elsewhere JOIN "ClassSession" other ON other."id" = elsewhere."sessionId"
        WHERE elsewhere."studentId" = wait."studentId" AND other."status" IN ('scheduled', 'in_progress')
          AND other."startsAt" < session."endsAt" AND other."endsAt" > session."startsAt"))))`
  expect(forgotten).toEqual([])
}

test('after any actions of admins, also at once: counts are right, no student is double-booked, and no seat stays free while students wait', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const holds = fc.asyncProperty(story, async (steps) => {
    const world = await createWorld(school, admin)
    for (const commands of steps) {
      const outcomes = await Promise.allSettled(commands.map((command) => perform(world, command)))
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected' && !(outcome.reason instanceof Refusal)) throw outcome.reason
      }
      await runPromotions(school)
      await expectLinesToMove(school)
    }
    await expectSeatsToHold(school)
  })
  await fc.assert(holds, { numRuns: 25, interruptAfterTimeLimit: 20_000, endOnFailure: true })
}, 90_000)
