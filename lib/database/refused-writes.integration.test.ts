import { expect, test } from 'vitest'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { violatedConstraint } from './faults.ts'

const NOW = new Date()
const online = { title: 'Rust', mode: 'ONLINE', capacity: 1, timeZone: 'UTC' } as const
const weekly = { rule: 'FREQ=WEEKLY', wallStart: '2027-01-04T18:00', timeZone: 'UTC' }

test.each<[string, string, (school: School) => Promise<unknown>]>([
  [
    'an absence that ends when it starts',
    'Absence_ends_after_start',
    async ({ database, person }) =>
      database.absence.create({
        data: { trainerId: (await person('TRAINER')).id, startsAt: NOW, endsAt: NOW },
      }),
  ],
  ['a class without seats', 'Class_capacity_positive', ({ course }) => course('HYBRID', 0)],
  [
    'an online class with in-person seats',
    'Class_online_without_location',
    ({ course }) => course('ONLINE', 1, { inPersonCapacity: 1 }),
  ],
  [
    'an online class with a location',
    'Class_online_without_location',
    async ({ database, location }) =>
      database.class.create({ data: { ...online, locationId: await location() } }),
  ],
  [
    'a negative in-person capacity',
    'Class_in_person_capacity_not_negative',
    ({ course }) => course('HYBRID', 1, { inPersonCapacity: -1 }),
  ],
  [
    'a second installation',
    'Installation_one_row',
    ({ database }) => database.installation.create({ data: { id: 2, secretHash: Buffer.alloc(32) } }),
  ],
  ['a location without capacity', 'Location_capacity_positive', ({ location }) => location(0)],
  [
    'sessions of more than 12 hours',
    'Series_minutes_positive',
    async ({ course, database }) =>
      database.series.create({ data: { ...weekly, classId: await course(), minutes: 721 } }),
  ],
  [
    'an address with capital letters',
    'User_email_lower_case',
    ({ database }) =>
      database.user.create({ data: { email: 'Noor@school.test', name: 'Noor', role: 'STUDENT' } }),
  ],
])('%s is refused by %s', async (_, constraint, write) => {
  const school = await createSchool()
  expect(await write(school).then(() => 'written', violatedConstraint)).toBe(constraint)
})
