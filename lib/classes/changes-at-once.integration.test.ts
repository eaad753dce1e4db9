import { expect, test } from 'vitest'
import type { Context } from '#lib/context/context.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import type { ClassId } from '#lib/kernel/ids.ts'
import { createSession } from '#lib/sessions/planning/create-session.ts'
import { unseatStudents } from '#lib/sessions/seats/unseat-students.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { changeClass } from './change-class.ts'
import { changeEnrolment } from './change-enrolment.ts'
import { unenrolStudents } from './unenrol-students.ts'

/** A class with one student and an in-person seat. */
async function classOfOne() {
  const school = await createSchool()
  const [admin, noor] = [await school.asAdmin(), await school.person('STUDENT')]
  const classId = await school.course('HYBRID', 5, { inPersonCapacity: 1 })
  await school.enrol(classId, [noor])
  return { school, admin, noor, classId }
}

async function plan(context: Context, school: School, classId: ClassId) {
  const startsAt = new Date(Date.now() + HOUR_MS)
  return createSession(context, {
    classId,
    sessionType: 'online',
    trainerId: (await school.person('TRAINER')).id,
    startsAt,
    endsAt: new Date(startsAt.getTime() + HOUR_MS),
    allowOverlap: false,
  })
}

test('a class is not archived while a session is being planned', async () => {
  const { school, admin, classId } = await classOfOne()
  const outcome = await runDuring(
    school.database,
    (database) => plan({ ...admin, database }, school, classId),
    () => changeClass(admin, { classId, archived: true }),
  )
  expect(outcome).toMatchObject({ code: 'conflict', reason: 'classStillHeld' })
})

test('a student does not become in person while the class drops its in-person seats', async () => {
  const { school, admin, noor, classId } = await classOfOne()
  const outcome = await runDuring(
    school.database,
    (database) => changeClass({ ...admin, database }, { classId, mode: 'ONLINE' }),
    () => changeEnrolment(admin, { classId, studentId: noor.id, kind: 'in_person' }),
  )
  expect(outcome).toMatchObject({ code: 'invalid', reason: 'classWithoutInPersonSeats' })
})

test('a student who is being removed from a class gets no seat in a session planned at the same moment', async () => {
  const { school, admin, noor, classId } = await classOfOne()
  const outcome = await runDuring(
    school.database,
    (database) => unenrolStudents({ ...admin, database }, { classId, studentIds: [noor.id] }),
    () => plan(admin, school, classId),
  )
  expect(outcome).toMatchObject({ seatsTaken: 0 })
  expect(await school.database.seat.count()).toBe(0)
})

test('a seat that a student loses at the same moment is not switched', async () => {
  const { school, admin, noor, classId } = await classOfOne()
  const sessionId = await school.session({ classId, students: [noor], inPersonCapacity: 1 })
  const outcome = await runDuring(
    school.database,
    (database) => unseatStudents({ ...admin, database }, { sessionId, studentIds: [noor.id] }),
    () => changeEnrolment(admin, { classId, studentId: noor.id, kind: 'in_person', sessions: 'upcoming' }),
  )
  expect(outcome).toEqual({ kind: 'in_person', switched: 0, waitlisted: 0 })
})
