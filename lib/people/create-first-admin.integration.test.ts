import { expect, test } from 'vitest'
import { createSchool } from '#scripts/testing/school.ts'
import { createFirstAdmin } from './create-first-admin.ts'

test('a first admin can be created only if the school has none, which is audited', async () => {
  const school = await createSchool()
  await school.person('TRAINER')
  const create = (email: string) =>
    createFirstAdmin(school.system(), { email, name: 'Marta', password: 'lanterns at dawn' })
  await create('marta@school.test')
  await expect(create('jonas@school.test')).rejects.toMatchObject({ code: 'conflict', reason: 'adminExists' })
  const admins = await school.database.user.findMany({ where: { role: 'ADMIN' } })
  expect(admins).toMatchObject([{ email: 'marta@school.test' }])
  expect(await school.database.auditEvent.findMany()).toMatchObject([
    { action: 'user_created', subjectId: admins[0]?.id },
  ])
})
