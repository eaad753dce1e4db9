import { expect, test } from 'vitest'
import { createSchool } from '#scripts/testing/school.ts'
import { readClassChoices } from './read-class-choices.ts'

test('class forms omit trainers who cannot sign in and archived locations', async () => {
  const school = await createSchool()
  const [priya, gone] = [await school.person('TRAINER', 'Priya'), await school.person('TRAINER')]
  const [used, archived] = [await school.location(), await school.location()]
  const now = new Date()
  await school.database.user.update({ where: { id: gone.id }, data: { disabledAt: now } })
  await school.database.location.update({ where: { id: archived }, data: { archivedAt: now } })
  const { trainers, locations } = await readClassChoices(await school.asAdmin(), 'Europe/Berlin')
  expect(trainers).toEqual([{ id: priya.id, name: 'Priya' }])
  expect(locations.map(({ id }) => id)).toEqual([used])
})

test.each(['STUDENT', 'TRAINER'] as const)('a %s gets no choices for a class form', async (role) => {
  const school = await createSchool()
  const reading = readClassChoices(school.as(await school.person(role)), 'UTC')
  await expect(reading).rejects.toMatchObject({ code: 'forbidden' })
})
