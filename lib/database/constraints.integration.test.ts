import { expect, test } from 'vitest'
import type { Prisma } from '#lib/database/generated/client.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import type { SessionStatus } from '#lib/kernel/enums.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { violatedConstraint } from './faults.ts'

test('PostgreSQL rejects invalid states that concurrent requests could create', async () => {
  const { database } = await createSchool()
  const found = await database.$queryRaw<{ conname: string }[]>`
    SELECT conname FROM pg_constraint WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace`
  expect(found.map((row) => row.conname).sort()).toEqual([
    'Absence_ends_after_start',
    'ClassSession_at_most_12_hours',
    'ClassSession_capacity_positive',
    'ClassSession_ends_after_start',
    'ClassSession_in_person_seats_within_capacity',
    'ClassSession_location_once',
    'ClassSession_seats_within_capacity',
    'ClassSession_trainer_once',
    'Class_capacity_positive',
    'Class_in_person_capacity_not_negative',
    'Class_online_without_location',
    'Installation_one_row',
    'Location_capacity_positive',
    'Series_minutes_positive',
    'User_email_lower_case',
  ])
})

test.each(['trainer', 'location'] as const)(
  'a %s cannot have two overlapping sessions, except past ones',
  async (what) => {
    const school = await createSchool()
    const booked =
      what === 'trainer'
        ? { trainer: await school.person('TRAINER') }
        : { locationId: await school.location() }
    const book = (status: SessionStatus, from: number) =>
      school.session({ ...booked, status, startsInHours: from }).then(() => 'booked', violatedConstraint)
    for (const status of ['completed', 'cancelled'] as const) expect(await book(status, 1)).toBe('booked')
    expect(await book('in_progress', 1)).toBe('booked')
    expect(await book('scheduled', 1.5)).toBe(`ClassSession_${what}_once`)
    expect(await book('scheduled', 2)).toBe('booked')
    expect(await book('in_progress', 2.5)).toBe(`ClassSession_${what}_once`)
  },
)

test('seats stay between zero and the capacity, and a session has a capacity and lasts at most 12 hours', async () => {
  const school = await createSchool()
  const id = await school.session({ capacity: 2, inPersonCapacity: 2 })
  const write = (data: Prisma.ClassSessionUpdateInput) =>
    school.database.classSession.update({ where: { id }, data }).then(() => 'written', violatedConstraint)
  const startsAt = new Date()
  const hours = (count: number) => new Date(startsAt.getTime() + count * HOUR_MS)
  for (const [data, constraint] of [
    [{ seatsTaken: 3 }, 'ClassSession_seats_within_capacity'],
    [{ seatsTaken: -1 }, 'ClassSession_seats_within_capacity'],
    [{ inPersonSeatsTaken: 3 }, 'ClassSession_in_person_seats_within_capacity'],
    [{ inPersonSeatsTaken: -1 }, 'ClassSession_in_person_seats_within_capacity'],
    [{ capacity: 0 }, 'ClassSession_capacity_positive'],
    [{ startsAt, endsAt: startsAt }, 'ClassSession_ends_after_start'],
    [{ startsAt, endsAt: hours(12.01) }, 'ClassSession_at_most_12_hours'],
    [{ startsAt, endsAt: hours(12), seatsTaken: 2, inPersonSeatsTaken: 2 }, 'written'],
  ] as const) {
    expect(await write(data), JSON.stringify(data)).toBe(constraint)
  }
})
