import { describe, expect, test } from 'vitest'
import type { SystemContext } from '#lib/context/context.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { inTransaction, StaleRead } from './transaction.ts'

function createClass({ database }: SystemContext, title: string) {
  return database.class.create({ data: { title, mode: 'ONLINE', capacity: 1, timeZone: 'UTC' } })
}

describe('a transaction', () => {
  test('is written completely or not at all', async () => {
    const school = await createSchool()
    const failing = inTransaction(school.system(), async (context) => {
      await createClass(context, 'lost')
      throw new Error('Something else went wrong')
    })
    await expect(failing).rejects.toThrow('Something else went wrong')
    expect(await inTransaction(school.system(), (context) => createClass(context, 'kept'))).toMatchObject({
      title: 'kept',
    })
    expect(await school.database.class.findMany()).toMatchObject([{ title: 'kept' }])
  })

  test('joins the open transaction', async () => {
    const school = await createSchool()
    const failing = inTransaction(school.system(), async (context) => {
      await inTransaction(context, (inner) => createClass(inner, 'lost'))
      throw new Error('Something else went wrong')
    })
    await expect(failing).rejects.toThrow('Something else went wrong')
    expect(await school.database.class.count()).toBe(0)
  })
})

test('runs again if it loses a deadlock', async () => {
  const school = await createSchool()
  const [one, other] = [await school.person('STUDENT'), await school.person('STUDENT')]
  const { promise: bothHold, resolve } = Promise.withResolvers<void>()
  let [runs, held] = [0, 0]
  const inTurn = (...ids: string[]) =>
    inTransaction(school.system(), async ({ database }) => {
      runs += 1
      for (const id of ids) {
        await database.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${id}::uuid FOR UPDATE`
        held += 1
        if (held === 2) resolve()
        await bothHold
      }
      return 'done'
    })
  const outcomes = await Promise.all([inTurn(one.id, other.id), inTurn(other.id, one.id)])
  expect(outcomes).toEqual(['done', 'done'])
  expect(runs).toBe(3)
})

describe('a transaction with a stale read', () => {
  test('runs again from the start', async () => {
    const school = await createSchool()
    let runs = 0
    await inTransaction(school.system(), async (context) => {
      runs += 1
      await createClass(context, `run ${runs}`)
      if (runs < 3) throw new StaleRead()
    })
    expect(await school.database.class.findMany()).toMatchObject([{ title: 'run 3' }])
  })

  test('fails after 5 attempts; other errors are not retried', async () => {
    const school = await createSchool()
    let runs = 0
    const run = (fault: Error) =>
      inTransaction(school.system(), async () => {
        runs += 1
        throw fault
      })
    await expect(run(new StaleRead())).rejects.toBeInstanceOf(StaleRead)
    expect(runs).toBe(5)
    await expect(run(new Error('x'))).rejects.toThrow('x')
    expect(runs).toBe(6)
  })
})
