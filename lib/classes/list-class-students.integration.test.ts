import { expect, test } from 'vitest'
import { createSchool } from '#scripts/testing/school.ts'
import { listClassStudents } from './list-class-students.ts'

test('LIKE wildcards match literally in a search', async () => {
  const school = await createSchool()
  const [admin, classId] = [await school.asAdmin(), await school.course()]
  for (const name of ['Ana', '100% Ana', 'Ana_Lima', 'Ana\\Bo']) {
    await school.enrol(classId, [await school.person('STUDENT', name)])
  }
  for (const [search, name] of [
    ['%', '100% Ana'],
    ['_', 'Ana_Lima'],
    ['\\', 'Ana\\Bo'],
  ]) {
    const { items } = await listClassStudents(admin, { classId, limit: 9, search })
    expect(items.map((student) => student.name)).toEqual([name])
  }
})

test('students of other classes are not listed', async () => {
  const school = await createSchool()
  const [classId, other] = [await school.course(), await school.course()]
  await school.enrol(other, [await school.person('STUDENT')])
  expect((await listClassStudents(await school.asAdmin(), { classId, limit: 9 })).items).toEqual([])
})
