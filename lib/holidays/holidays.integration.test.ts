import { expect, test } from 'vitest'
import { exportHolidays } from '#lib/exports/export-holidays.ts'
import { readLines } from '#scripts/testing/read-lines.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { addHoliday, removeHoliday } from './change-holidays.ts'
import { listHolidays } from './list-holidays.ts'

test('holidays are unique by date; adding and removing are idempotent', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  await addHoliday(admin, { date: '2027-10-06', name: 'Armed Forces Day' })
  await addHoliday(admin, { date: '2027-05-01', name: 'Labour' })
  await addHoliday(admin, { date: '2027-05-01', name: 'Labour Day' })
  expect(await listHolidays(admin)).toEqual({
    items: [
      { date: '2027-05-01', name: 'Labour Day' },
      { date: '2027-10-06', name: 'Armed Forces Day' },
    ],
  })
  expect(await readLines(await exportHolidays(admin))).toEqual([
    'date,name',
    '2027-05-01,Labour Day',
    '2027-10-06,Armed Forces Day',
  ])
  await removeHoliday(admin, { date: '2027-05-01' })
  await removeHoliday(admin, { date: '2027-05-01' })
  expect((await listHolidays(admin)).items).toHaveLength(1)
})

test.each(['STUDENT', 'TRAINER'] as const)('a %s cannot manage holidays', async (role) => {
  const school = await createSchool()
  const context = school.as(await school.person(role))
  const date = '2027-05-01'
  for (const attempt of [
    listHolidays(context),
    exportHolidays(context),
    addHoliday(context, { date, name: 'x' }),
    removeHoliday(context, { date }),
  ]) {
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
  }
})
