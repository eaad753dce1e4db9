import { expect, test } from 'vitest'
import { createClass } from '#lib/classes/create-class.ts'
import { readLines } from '#scripts/testing/read-lines.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { exportClasses } from './export-classes.ts'

test('the classes are exported without executable formulas', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const trainer = await school.person('TRAINER', 'Leïla')
  await createClass(admin, {
    title: '@Rust, "fast"',
    mode: 'HYBRID',
    capacity: 9,
    timeZone: 'UTC',
    trainerId: trainer.id,
  })
  expect(await readLines(await exportClasses(admin))).toEqual([
    'title,mode,capacity,inPersonCapacity,location,trainer,timeZone,students,sessions,nextStartsAt,trainerId,trainerEmail',
    `"'@Rust, ""fast""",HYBRID,9,0,,Leïla,UTC,0,0,,${trainer.id},${trainer.email}`,
  ])
})

test.each(['STUDENT', 'TRAINER'] as const)('a %s cannot export the classes', async (role) => {
  const school = await createSchool()
  const exporting = exportClasses(school.as(await school.person(role)))
  await expect(exporting).rejects.toMatchObject({ code: 'forbidden' })
})
