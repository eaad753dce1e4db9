import { expect, test } from 'vitest'
import { readLines } from '#scripts/testing/read-lines.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { exportPeople } from './export-people.ts'

test('the people found by the filters are exported without executable formulas', async () => {
  const school = await createSchool()
  const noor = await school.person('STUDENT', '+49 Noor')
  await school.person('TRAINER', 'Leïla')
  const inClass = await school.course()
  await school.enrol(inClass, [noor])
  const { title } = await school.database.class.findUniqueOrThrow({ where: { id: inClass } })
  expect(await readLines(await exportPeople(await school.asAdmin(), { role: 'STUDENT' }))).toEqual([
    'name,email,role,disabled,classes,userId',
    `'+49 Noor,${noor.email},STUDENT,false,${title},${noor.id}`,
  ])
})

test.each(['STUDENT', 'TRAINER'] as const)('a %s cannot export the people', async (role) => {
  const school = await createSchool()
  const exporting = exportPeople(school.as(await school.person(role)), {})
  await expect(exporting).rejects.toMatchObject({ code: 'forbidden' })
})
