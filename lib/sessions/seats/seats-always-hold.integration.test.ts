import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enrolStudents } from '#lib/classes/enrol-students.ts'
import type { ClassId } from '#lib/classes/ids.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { UserId } from '#lib/identity/ids.ts'
import type { Context } from '#lib/process/context.ts'
import { sessionId as toSessionId } from '#lib/sessions/ids.ts'
import { cancelSession } from '#lib/sessions/planning/cancel-session.ts'
import { changeSession } from '#lib/sessions/planning/change-session.ts'
import { createSession } from '#lib/sessions/planning/create-session.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { seatStudents } from './seat-students.ts'
import { unseatStudents } from './unseat-students.ts'

const HOUR = 3_600_000
const noOverlap = { allowOverlap: false }

// Small numbers, so that they meet: three students, half hours of one morning.
const number = fc.nat({ max: 3 })
const few = fc.subarray([0, 1, 2], { minLength: 1 })
type Command = {
  kind: 'seat' | 'unseat' | 'enrol' | 'move' | 'plan' | 'resize' | 'cancel'
  which: number
  students: number[]
  to: number
}
const kind = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('seat' as const, 'move' as const) },
  { weight: 4, arbitrary: fc.constantFrom('plan' as const, 'enrol' as const) },
  { weight: 3, arbitrary: fc.constantFrom('unseat' as const, 'resize' as const, 'cancel' as const) },
)
const command: fc.Arbitrary<Command> = fc.record({ kind, which: number, students: few, to: number })
/** One after the other, and up to four at once. */
const story = fc.array(fc.array(command, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 8 })

type World = { school: School; admin: Context; classes: ClassId[]; students: UserId[]; trainers: UserId[] }

/** Two classes, three students, and four trainers with a session each, far from the morning. */
async function createWorld(school: School, admin: Context): Promise<World> {
  const trainers = await school.people('TRAINER', 4)
  const students = await school.people('STUDENT', 3)
  const classes = [await school.course('HYBRID', 2), await school.course('HYBRID', 3)]
  for (const [index, trainer] of trainers.entries()) {
    const inClass = pick(classes, index)
    await school.session({ inClass, trainer, from: 24 + 2 * index, capacity: 3 })
  }
  const idsOf = (people: { id: UserId }[]) => people.map((person) => person.id)
  return { school, admin, classes, students: idsOf(students), trainers: idsOf(trainers) }
}

async function perform({ admin, ...world }: World, { kind, which, students, to }: Command): Promise<unknown> {
  const classId = pick(world.classes, which)
  const trainerId = pick(world.trainers, which)
  const studentIds = students.map((index) => pick(world.students, index))
  const sessions = await admin.database.classSession.findMany({
    where: { classId: { in: world.classes } },
    orderBy: { createdAt: 'asc' },
  })
  const sessionId = toSessionId.parse(pick(sessions, which).id)
  const startsAt = new Date(Math.ceil(Date.now() / HOUR) * HOUR + to * (HOUR / 2))
  const span = { startsAt, endsAt: new Date(startsAt.getTime() + HOUR) }
  switch (kind) {
    case 'seat':
      return seatStudents(admin, { sessionId, studentIds, ...noOverlap })
    case 'unseat':
      return unseatStudents(admin, { sessionId, studentIds })
    case 'enrol':
      return enrolStudents(admin, { classId, studentIds, ...noOverlap })
    case 'resize':
      return changeSession(admin, { sessionId, capacity: to + 1, ...noOverlap })
    case 'move':
      return changeSession(admin, { sessionId, ...span, ...noOverlap })
    case 'plan':
      return createSession(admin, { classId, trainerId, sessionType: 'online', ...span, ...noOverlap })
    case 'cancel':
      return cancelSession(admin, { sessionId, reason: 'The trainer is ill.' })
  }
}

function pick<T>(from: T[], index: number): T {
  const found = from[index % from.length]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

async function expectSeatsToHold({ database }: School) {
  const miscounted = await database.$queryRaw`
    SELECT session."id", session."seatsTaken", session."capacity" FROM "ClassSession" session
    WHERE session."seatsTaken" > session."capacity" OR session."seatsTaken" <>
      (SELECT count(*) FROM "Seat" seat WHERE seat."sessionId" = session."id")`
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

test('whatever admins do, also at once: counts are right, and nobody sits in two sessions at a time', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const holds = fc.asyncProperty(story, async (steps) => {
    const world = await createWorld(school, admin)
    for (const commands of steps) {
      const outcomes = await Promise.allSettled(commands.map((command) => perform(world, command)))
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected' && !(outcome.reason instanceof Refusal)) throw outcome.reason
      }
    }
    await expectSeatsToHold(school)
  })
  await fc.assert(holds, { numRuns: 25, interruptAfterTimeLimit: 12_000, endOnFailure: true })
}, 60_000)
