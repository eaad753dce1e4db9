import { expect, test } from 'vitest'
import { enrolStudents } from '#lib/classes/enrol-students.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool } from '#scripts/testing/school.ts'

test('a student enrolled while a session is cancelled gets no seat in it', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const classId = await school.course()
  const { id: studentId } = await school.person('STUDENT')
  const cancelled = await school.session({ classId })
  const held = await school.session({ classId, startsInHours: 9 })
  const outcome = await runDuring(
    school.database,
    (other) => other.classSession.update({ where: { id: cancelled }, data: { status: 'cancelled' } }),
    () => enrolStudents(admin, { classId, studentIds: [studentId], allowOverlap: false }),
  )
  expect(outcome).toEqual({ enrolled: 1, full: [] })
  const seats = await school.database.seat.findMany({ select: { sessionId: true } })
  expect(seats).toEqual([{ sessionId: held }])
})
