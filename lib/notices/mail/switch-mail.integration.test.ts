import { expect, test } from 'vitest'
import { outcomeDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { findMailPreference } from './find-mail-preference.ts'
import { mailPreferencesKey } from './mail-preferences-key.ts'
import { switchMail } from './switch-mail.ts'

test('two kinds that are turned off at the same moment are both off', async () => {
  const school = await createSchool()
  const { id } = await school.person('STUDENT')
  const system = school.system()
  const off = (topic: 'changes' | 'places') => ({
    key: mailPreferencesKey(system.links, id, topic),
    on: false,
  })
  const outcome = await outcomeDuring(
    school.database,
    (database) => switchMail({ ...system, database }, off('changes')),
    () => switchMail(system, off('places')),
  )
  expect(outcome).toEqual({ topic: 'places', on: false })
  const person = await school.database.user.findUniqueOrThrow({ where: { id } })
  expect(person.mutedByMail.toSorted()).toEqual(['changes', 'places'])
})

test('the key of somebody who was erased says and changes nothing', async () => {
  const school = await createSchool()
  const { id } = await school.person('STUDENT')
  await school.database.user.update({ where: { id }, data: { erasedAt: new Date() } })
  const system = school.system()
  const key = mailPreferencesKey(system.links, id, 'changes')
  await expect(switchMail(system, { key, on: false })).rejects.toMatchObject({ code: 'not_found' })
  expect(await findMailPreference(system, { key })).toBeNull()
  expect(await school.database.user.findUnique({ where: { id } })).toMatchObject({ mutedByMail: [] })
})
