import { expect, test } from 'vitest'
import { createSchool } from '#scripts/testing/school.ts'

test('PostgreSQL holds what two people at once could break', async () => {
  const { database } = await createSchool()
  const found = await database.$queryRaw<{ conname: string }[]>`
    SELECT conname FROM pg_constraint WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace`
  expect(found.map((row) => row.conname).sort()).toEqual([
    'Absence_ends_after_start',
    'ClassSession_at_most_12_hours',
    'ClassSession_capacity_positive',
    'ClassSession_ends_after_start',
    'ClassSession_location_once',
    'ClassSession_room_seats_within_capacity',
    'ClassSession_seats_within_capacity',
    'ClassSession_trainer_once',
    'Class_capacity_positive',
    'Class_online_without_room',
    'Class_room_capacity_not_negative',
    'Installation_one_row',
    'Location_capacity_positive',
    'Series_minutes_positive',
    'User_email_lower_case',
  ])
})
