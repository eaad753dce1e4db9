import { describe, expect, test } from 'vitest'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { connectDatabase, type Database } from './client.ts'
import { isDatabaseUnavailable, isRetryable, violatedConstraint } from './faults.ts'
import { inTransaction } from './transaction.ts'

async function faultOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('nothing went wrong')
    },
    (error: unknown) => error,
  )
}

/** A transaction whose connection the server closes midway. */
function interrupted(school: School, write: (database: Database) => Promise<unknown>) {
  return inTransaction(school.system(), async ({ database }) => {
    const [own] = await database.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
    await school.database.$queryRaw`SELECT pg_terminate_backend(${own?.pid}::int)`
    await write(database)
  })
}

describe('an unavailable database is detected', () => {
  test('when nothing listens at its address', async () => {
    const nowhere = connectDatabase('postgres://nobody@127.0.0.1:1/nowhere')
    expect(isDatabaseUnavailable(await faultOf(nowhere.user.findMany()))).toBe(true)
    expect(isDatabaseUnavailable(await faultOf(nowhere.$queryRaw`SELECT 1`))).toBe(true)
    const begun = faultOf(nowhere.$transaction((transaction) => transaction.user.findMany()))
    expect(isDatabaseUnavailable(await begun)).toBe(true)
  })

  test('when it stops midway: nothing is written, and the next request works', async () => {
    const school = await createSchool()
    const data = { title: 'Rust', mode: 'ONLINE', capacity: 1, timeZone: 'UTC' } as const
    const ways = [
      (database: Database) => database.class.create({ data }),
      (database: Database) => database.$executeRaw`DELETE FROM "Class"`,
    ]
    for (const write of ways) {
      expect(isDatabaseUnavailable(await faultOf(interrupted(school, write)))).toBe(true)
    }
    expect(await school.database.class.count()).toBe(0)
  })

  test('a refused write does not count as unavailable', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const twice = faultOf(school.database.user.create({ data: { ...namesake(student), role: 'STUDENT' } }))
    const nonsense = faultOf(school.database.$queryRaw`SELECT nonsense`)
    const missing = faultOf(school.database.user.findUniqueOrThrow({ where: { id: crypto.randomUUID() } }))
    for (const fault of [await twice, await nonsense, await missing, new Error('x'), null]) {
      expect(isDatabaseUnavailable(fault)).toBe(false)
    }
  })
})

describe('the violated constraint', () => {
  test('has its name', async () => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    await school.session({ trainer })
    expect(violatedConstraint(await faultOf(school.session({ trainer })))).toBe('ClassSession_trainer_once')
    expect(violatedConstraint(await faultOf(school.session({ hours: -1 })))).toBe(
      'ClassSession_ends_after_start',
    )
    const full = faultOf(school.session({ capacity: 1, students: await school.people('STUDENT', 2) }))
    expect(violatedConstraint(await full)).toBe('ClassSession_seats_within_capacity')
  })

  test('is null for any other error', async () => {
    const school = await createSchool()
    for (const fault of [await faultOf(school.database.$queryRaw`SELECT nonsense`), new Error('x'), null]) {
      expect(violatedConstraint(fault)).toBeNull()
    }
  })
})

test.each([
  [
    'by Prisma',
    (database: Database, id: string) => database.user.update({ where: { id }, data: { name: 'A' } }),
  ],
  [
    'by hand',
    (database: Database, id: string) =>
      database.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`,
  ],
])(
  'of two transactions that wait for each other, written %s, one is worth running again',
  async (_, hold) => {
    const school = await createSchool()
    const [one, other] = [await school.person('STUDENT'), await school.person('STUDENT')]
    const { promise: bothHold, resolve } = Promise.withResolvers<void>()
    let holding = 0
    const inTurn = (first: string, second: string) =>
      school.database.$transaction(
        async (database) => {
          await hold(database, first)
          holding += 1
          if (holding === 2) resolve()
          await bothHold
          await hold(database, second)
        },
        { timeout: 15_000 },
      )
    const outcomes = await Promise.allSettled([inTurn(one.id, other.id), inTurn(other.id, one.id)])
    const faults = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(faults.map(isRetryable)).toEqual([true])
  },
)

function namesake({ email, name }: { email: string; name: string }) {
  return { email, name }
}
