import { expect, test } from 'vitest'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { changeMailPreference } from './change-mail-preference.ts'
import { findMailPreference } from './find-mail-preference.ts'
import { mailPreferencesKey } from './mail-preferences-key.ts'

test('two kinds of e-mail turned off at the same moment are both off', async () => {
  const school = await createSchool()
  const { id } = await school.person('STUDENT')
  const system = school.system()
  const off = (topic: 'changes' | 'seats') => ({
    key: mailPreferencesKey(system.links, id, topic),
    on: false,
  })
  const outcome = await runDuring(
    school.database,
    (database) => changeMailPreference({ ...system, database }, off('changes')),
    () => changeMailPreference(system, off('seats')),
  )
  expect(outcome).toEqual({ topic: 'seats', on: false })
  const person = await school.database.user.findUniqueOrThrow({ where: { id } })
  expect(person.mutedByMail.toSorted()).toEqual(['changes', 'seats'])
})

test('the key of an erased person reveals and changes nothing', async () => {
  const school = await createSchool()
  const { id } = await school.person('STUDENT')
  await school.database.user.update({ where: { id }, data: { erasedAt: new Date() } })
  const system = school.system()
  const key = mailPreferencesKey(system.links, id, 'changes')
  await expect(changeMailPreference(system, { key, on: false })).rejects.toMatchObject({ code: 'not_found' })
  expect(await findMailPreference(system, { key })).toBeNull()
  expect(await school.database.user.findUnique({ where: { id } })).toMatchObject({ mutedByMail: [] })
})

test('links in e-mails from before the topics were renamed still work', async () => {
  const school = await createSchool()
  const { id } = await school.person('STUDENT')
  const system = school.system()
  for (const former of ['day-before', 'quarter-before', 'places']) {
    await changeMailPreference(system, {
      key: system.links.sign('mail-preferences', `${id}_${former}`),
      on: false,
    })
  }
  const person = await school.database.user.findUniqueOrThrow({ where: { id } })
  expect(person.mutedByMail.toSorted()).toEqual(['day_before', 'quarter_before', 'seats'])
})
