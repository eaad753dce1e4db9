import { expect, test } from 'vitest'
import { enrolStudents } from '#lib/classes/enrol-students.ts'
import { readLines } from '#scripts/testing/read-lines.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { exportClassStudents } from './export-class-students.ts'

test('the students of a class are exported without executable formulas', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const classId = await school.course('HYBRID', 1, { inPersonCapacity: 5 })
  await school.session({ classId, capacity: 1, inPersonCapacity: 5 })
  const [noor, mateo, sum] = [
    await school.person('STUDENT', 'Noor'),
    await school.person('STUDENT', 'Mateo'),
    await school.person('STUDENT', '=SUM(A1)'),
  ]
  const enrol = (student: typeof noor, kind: 'online' | 'in_person') =>
    enrolStudents(admin, { classId, studentIds: [student.id], allowOverlap: false, kind })
  await enrol(noor, 'online')
  await enrol(mateo, 'in_person')
  await enrol(sum, 'online')
  expect(await readLines(await exportClassStudents(admin, { classId }))).toEqual([
    'name,email,seatKind,nextSeat,nextWaitlistedFor,userId',
    `'=SUM(A1),${sum.email},online,,online,${sum.id}`,
    `Mateo,${mateo.email},in_person,in_person,,${mateo.id}`,
    `Noor,${noor.email},online,online,,${noor.id}`,
  ])
  expect(await readLines(await exportClassStudents(admin, { classId, kind: 'in_person' }))).toHaveLength(2)
})

test.each(['STUDENT', 'TRAINER'] as const)('a %s cannot export the students', async (role) => {
  const school = await createSchool()
  const classId = await school.course()
  const exporting = exportClassStudents(school.as(await school.person(role)), { classId })
  await expect(exporting).rejects.toMatchObject({ code: 'forbidden' })
})
