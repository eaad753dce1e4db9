import { PrismaPg } from '@prisma/adapter-pg'
import { expect, onTestFinished, test } from 'vitest'
import { createSchool } from '#scripts/testing/school.ts'
import { serialiseTransactions } from './serialise-transactions.ts'
import { inTransaction } from './transaction.ts'

test('a transaction that reads many relations at once causes no warning of pg', async () => {
  const warnings: Error[] = []
  const note = (warning: Error) => void warnings.push(warning)
  process.prependListener('warning', note)
  onTestFinished(() => void process.off('warning', note))
  const school = await createSchool()
  const [trainer, noor] = [await school.person('TRAINER'), await school.person('STUDENT')]
  const id = await school.session({ trainer, students: [noor] })
  const found = await inTransaction(school.system(), ({ database }) =>
    database.classSession.findUniqueOrThrow({
      where: { id },
      include: { class: true, trainer: true, location: true, seats: true, removals: true },
    }),
  )
  expect(found).toMatchObject({ trainer: { id: trainer.id }, seats: [{ studentId: noor.id }] })
  expect(warnings).toEqual([])
})

async function openAdapter() {
  const school = await createSchool()
  const adapter = await serialiseTransactions(
    new PrismaPg({ connectionString: school.url, max: 1 }),
  ).connect()
  onTestFinished(() => adapter.dispose())
  return adapter
}

const plain = (sql: string) => ({ sql, args: [], argTypes: [] })

test('queries are answered in the order of their calls, even after a failed query', async () => {
  const adapter = await openAdapter()
  const transaction = await adapter.startTransaction()
  const answers = await Promise.allSettled([
    transaction.executeRaw(plain('CREATE TABLE "Note" ("text" text)')),
    transaction.executeRaw(plain(`INSERT INTO "Note" VALUES ('kept')`)),
    transaction.executeRaw(plain('COMMIT')),
    transaction.queryRaw(plain('SELECT nonsense')),
    transaction.queryRaw(plain('SELECT "text" FROM "Note"')),
    transaction.commit(),
  ])
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ])
  expect(answers[4]).toMatchObject({ value: { rows: [['kept']] } })
})

test('a query after the end of its transaction is refused, because the connection serves another transaction', async () => {
  const adapter = await openAdapter()
  const transaction = await adapter.startTransaction()
  await transaction.executeRaw(plain('ROLLBACK'))
  await transaction.rollback()
  await expect(transaction.queryRaw(plain('SELECT 1'))).rejects.toThrow('has ended')
  expect(await adapter.queryRaw(plain('SELECT 1'))).toMatchObject({ rows: [[1]] })
})
