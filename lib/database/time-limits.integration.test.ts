import { createHash } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { connectDatabase, type Database } from './client.ts'
import { isDatabaseUnavailable } from './faults.ts'
import { inTransaction } from './transaction.ts'

function connect(school: School, options: Parameters<typeof connectDatabase>[1]) {
  const database = connectDatabase(school.url, options)
  onTestFinished(() => database.$disconnect())
  return database
}

async function limitsOf(database: Database) {
  const [limits] = await database.$queryRaw<{ statement: string; idle: string }[]>`
    SELECT current_setting('statement_timeout') AS "statement",
      current_setting('idle_in_transaction_session_timeout') AS "idle"`
  return limits
}

function preparedOn(database: Database) {
  return database.$queryRaw<{ name: string; statement: string }[]>`
    SELECT "name", "statement" FROM pg_prepared_statements`
}

/** Whether the work failed because the database did not respond in time. */
function isCutOff(work: Promise<unknown>): Promise<boolean> {
  return work.then(() => false, isDatabaseUnavailable)
}

describe('a statement', () => {
  test('may take 15 s, and a transaction may be idle for 20 s', async () => {
    const school = await createSchool()
    expect(await limitsOf(school.database)).toEqual({ statement: '15s', idle: '20s' })
  })

  test('may take as long as its transaction is allowed, and the extension ends with the transaction', async () => {
    const school = await createSchool()
    const database = connect(school, {})
    const limits = await inTransaction(
      { ...school.system(), database },
      (context) => limitsOf(context.database),
      MINUTE_MS,
    )
    expect(limits).toEqual({ statement: '1min', idle: '65s' })
    expect(await limitsOf(database)).toEqual({ statement: '15s', idle: '20s' })
  })

  test('that takes longer is ended, and its request may be retried', async () => {
    const school = await createSchool()
    const sleeping = inTransaction(school.system(), async ({ database }) => {
      await database.$executeRaw`SET LOCAL statement_timeout = 10`
      await database.$executeRaw`SELECT pg_sleep(60)`
    })
    expect(await isCutOff(sleeping)).toBe(true)
  })
})

test('a transaction whose client is idle is ended', async () => {
  const school = await createSchool()
  const forgotten = inTransaction(school.system(), async ({ database }) => {
    const [own] = await database.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS "pid"`
    await database.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 10`
    await eventually(async () => {
      const left = await school.database.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE "pid" = ${own?.pid}`
      expect(left).toEqual([])
    })
    await database.$executeRaw`SELECT 1`
  })
  expect(await isCutOff(forgotten)).toBe(true)
})

test('a connection that does not respond is closed and not reused', async () => {
  const school = await createSchool()
  const database = connect(school, { longestSilence: 3_000 })
  const silent = inTransaction({ ...school.system(), database }, async ({ database }) => {
    await database.$executeRaw`SET LOCAL statement_timeout = 0`
    await database.$executeRaw`SELECT pg_sleep(3600)`
  })
  expect(await isCutOff(silent)).toBe(true)
  const others = Array.from({ length: 10 }, () => database.$executeRaw`SELECT pg_sleep(0.05)`)
  const outcomes = await Promise.allSettled(others)
  expect(outcomes.map(({ status }) => status)).not.toContain('rejected')
})

describe('prepared statements', () => {
  test('have names derived from their text, so that they are the same in every process', async () => {
    const school = await createSchool()
    await school.database.user.count()
    const prepared = await preparedOn(school.database)
    expect(prepared).not.toEqual([])
    for (const { name, statement } of prepared) {
      expect(name).toBe(createHash('sha256').update(statement).digest('hex').slice(0, 32))
    }
  })

  test('are off behind a pooler, and connections have no settings of their own', async () => {
    const school = await createSchool()
    const database = connect(school, { preparedStatements: false })
    await database.user.count()
    expect(await preparedOn(database)).toEqual([])
    expect(await limitsOf(database)).toEqual({ statement: '0', idle: '0' })
  })

  test('are limited to 500 per process, to limit memory on the server', async () => {
    const school = await createSchool()
    for (let index = 0; index <= 500; index += 1) {
      await school.database.$queryRawUnsafe(`SELECT 1 AS "column${index}"`)
    }
    expect((await preparedOn(school.database)).length).toBeLessThanOrEqual(500)
  })
})
