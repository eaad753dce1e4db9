import { expect, test } from 'vitest'
import { DAY_MS } from '#lib/kernel/durations.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { deleteExpiredRecords } from './delete-expired-records.ts'

test('expired records are deleted, current ones are kept', async () => {
  const school = await createSchool()
  const { database } = school
  const [here, gone] = [await school.person('STUDENT'), await school.person('STUDENT')]
  const [past, future] = [new Date(Date.now() - 1000), new Date(Date.now() + DAY_MS)]
  await database.signIn.update({ where: { id: gone.signInId }, data: { expiresAt: past } })
  await database.limitCounter.createMany({
    data: [
      { key: 'old', count: 3, expiresAt: past },
      { key: 'new', count: 3, expiresAt: future },
    ],
  })
  await database.webhookEvent.createMany({
    data: [
      { id: 'EV_old', event: 'joined', receivedAt: new Date(Date.now() - 8 * DAY_MS) },
      { id: 'EV_new', event: 'joined', receivedAt: past },
    ],
  })
  await deleteExpiredRecords(school.system())
  expect(await database.signIn.findMany()).toMatchObject([{ id: here.signInId }])
  expect(await database.limitCounter.findMany()).toMatchObject([{ key: 'new' }])
  expect(await database.webhookEvent.findMany()).toMatchObject([{ id: 'EV_new' }])
})
