import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { type ClassId, classId as toClassId } from '#lib/kernel/ids.ts'
import { createSession } from '#lib/sessions/planning/create-session.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { enrolStudents } from './enrol-students.ts'

const idsOf = <T extends { id: unknown }>(people: T[]): T['id'][] => people.map((person) => person.id)

/** The number of seated students in each session of the class, by start. */
async function taken(school: School, classId: ClassId) {
  const sessions = await school.database.classSession.findMany({
    where: { classId },
    orderBy: { startsAt: 'asc' },
    select: { seatsTaken: true, seats: true },
  })
  for (const session of sessions) expect(session.seats).toHaveLength(session.seatsTaken)
  return sessions.map((session) => session.seatsTaken)
}

describe('enrolling', () => {
  test('gives students a seat in every scheduled session, and in no other', async () => {
    const school = await createSchool()
    const inClass = await school.course()
    for (const [from, status] of [
      [-30, 'completed'],
      [-0.5, 'in_progress'],
      [10, 'cancelled'],
      [20, 'scheduled'],
      [30, 'scheduled'],
    ] as const) {
      await school.session({ classId: inClass, startsInHours: from, status })
    }
    await school.session()
    const students = await school.people('STUDENT', 2)
    const input = { classId: inClass, studentIds: idsOf(students), allowOverlap: false }
    expect(await enrolStudents(await school.asAdmin(), input)).toEqual({ enrolled: 2, full: [] })
    expect(await taken(school, inClass)).toEqual([0, 0, 0, 2, 2])
    expect(await school.database.seat.count()).toBe(4)
  })

  test('is idempotent, and adds missing seats', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const inClass = await school.course()
    const students = await school.people('STUDENT', 3)
    await school.session({ classId: inClass, startsInHours: 20 })
    const input = { classId: inClass, studentIds: idsOf(students).slice(0, 2), allowOverlap: false }
    await enrolStudents(admin, input)
    await school.session({ classId: inClass, startsInHours: 30 })
    expect(await enrolStudents(admin, { ...input, studentIds: idsOf(students) })).toEqual({
      enrolled: 1,
      full: [],
    })
    expect(await taken(school, inClass)).toEqual([3, 3])
    await enrolStudents(admin, { ...input, studentIds: idsOf(students) })
    const told = { where: { action: 'students_enrolled' } }
    expect(await school.database.auditEvent.count(told)).toBe(2)
  })

  test('lists the sessions without enough seats, by start', async () => {
    const school = await createSchool()
    const inClass = await school.course()
    const later = await school.session({ classId: inClass, startsInHours: 40, capacity: 2 })
    const earlier = await school.session({ classId: inClass, startsInHours: 20, capacity: 1 })
    await school.session({ classId: inClass, startsInHours: 30, capacity: 3 })
    const students = await school.people('STUDENT', 3)
    const input = { classId: inClass, studentIds: idsOf(students), allowOverlap: false }
    const { enrolled, full } = await enrolStudents(await school.asAdmin(), input)
    expect(enrolled).toBe(3)
    expect(full.map((session) => session.sessionId)).toEqual([earlier, later])
    expect(await taken(school, inClass)).toEqual([1, 3, 2])
  })

  test('by 50 concurrent requests gives the last seat to exactly one, the others learn that it is full', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    const session = await school.session({
      classId,
      capacity: 2,
      students: await school.people('STUDENT', 1),
    })
    const students = await school.people('STUDENT', 50)
    const answers = await Promise.all(
      students.map(({ id }) => enrolStudents(admin, { classId, studentIds: [id], allowOverlap: false })),
    )
    expect(answers.filter(({ full }) => full.length === 0)).toHaveLength(1)
    for (const { full } of answers) expect([[], [session]]).toContainEqual(full.map((each) => each.sessionId))
    expect(await taken(school, classId)).toEqual([2])
  })

  test('while sessions are being planned leaves no student without a seat', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    const trainers = await school.people('TRAINER', 8)
    const students = await school.people('STUDENT', 8)
    await Promise.all([
      ...trainers.map(({ id: trainerId }, index) => {
        const startsAt = new Date(Date.now() + (index + 1) * 7_200_000)
        const endsAt = new Date(startsAt.getTime() + HOUR_MS)
        const plan = { classId, trainerId, startsAt, endsAt, sessionType: 'online' as const }
        return createSession(admin, { ...plan, allowOverlap: false })
      }),
      ...students.map(({ id }) => enrolStudents(admin, { classId, studentIds: [id], allowOverlap: false })),
    ])
    expect(await taken(school, classId)).toEqual(Array.from({ length: 8 }, () => 8))
  })
})

describe('an enrolment is refused, and nothing is saved,', () => {
  test('for a student with another session at that time, unless overlaps are allowed', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [noor, karim] = await school.people('STUDENT', 2)
    if (!noor || !karim) throw new Error('two students')
    const classId = await school.course()
    const busy = await school.session({ students: [noor], startsInHours: 20 })
    await school.session({ classId, startsInHours: 20.5 })
    const input = { classId, studentIds: [karim.id, noor.id] }
    await expect(enrolStudents(admin, { ...input, allowOverlap: false })).rejects.toMatchObject({
      code: 'conflict',
      details: { collisions: [{ kind: 'student', sessionId: busy, people: [{ id: noor.id }] }] },
    })
    expect(await school.database.enrolment.count()).toBe(0)
    expect(await taken(school, classId)).toEqual([0])
    await enrolStudents(admin, { ...input, allowOverlap: true })
    expect(await taken(school, classId)).toEqual([2])
  })

  test('for a person who is not a student or is disabled', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    const [student, disabled] = await school.people('STUDENT', 2)
    if (!student || !disabled) throw new Error('two students')
    await school.database.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } })
    for (const { id } of [disabled, await school.person('TRAINER')]) {
      const input = { classId, studentIds: [student.id, id], allowOverlap: false }
      await expect(enrolStudents(admin, input)).rejects.toMatchObject({ code: 'invalid' })
    }
    expect(await school.database.enrolment.count()).toBe(0)
  })

  test('for an in-person seat in a class without in-person seats', async () => {
    const school = await createSchool()
    const { id } = await school.person('STUDENT')
    const input = { classId: await school.course(), studentIds: [id], allowOverlap: false }
    await expect(
      enrolStudents(await school.asAdmin(), { ...input, kind: 'in_person' }),
    ).rejects.toMatchObject({
      code: 'invalid',
      reason: 'classWithoutInPersonSeats',
    })
    expect(await school.database.enrolment.count()).toBe(0)
  })

  test('for actors who are not admins, and for an unknown class', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const input = { classId: await school.course(), studentIds: [student.id], allowOverlap: false }
    for (const actor of [student, await school.person('TRAINER')]) {
      await expect(enrolStudents(school.as(actor), input)).rejects.toMatchObject({ code: 'forbidden' })
    }
    const unknown = { ...input, classId: toClassId.parse(crypto.randomUUID()) }
    await expect(enrolStudents(await school.asAdmin(), unknown)).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('the audit trail says who was enrolled in person', async () => {
  const school = await createSchool()
  const { id } = await school.person('STUDENT')
  const classId = await school.course('HYBRID', 5, { inPersonCapacity: 1 })
  await enrolStudents(await school.asAdmin(), {
    classId,
    studentIds: [id],
    kind: 'in_person',
    allowOverlap: false,
  })
  expect(
    await school.database.auditEvent.findFirst({ where: { action: 'students_enrolled' } }),
  ).toMatchObject({
    after: { studentIds: [id], seatKind: 'in_person' },
  })
})
