import { describe, expect, test } from 'vitest'
import { type SessionId, userId } from '#lib/kernel/ids.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { seatStudents } from './seat-students.ts'
import { lockStudents } from './seats.ts'
import { unseatStudents } from './unseat-students.ts'

const idsOf = (people: { id: string }[]) => people.map((person) => userId.parse(person.id))

async function seatsOf(school: School, sessionId: SessionId) {
  const seats = await school.database.seat.findMany({ where: { sessionId } })
  const { seatsTaken } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
  return { holders: seats.map((seat) => seat.studentId).sort(), seatsTaken }
}

describe('seating', () => {
  test('needs no enrolment, and students with a seat keep it', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const students = await school.people('STUDENT', 3)
    const sessionId = await school.session({ students: students.slice(0, 1) })
    for (const studentIds of [idsOf(students), [...idsOf(students), ...idsOf(students)]]) {
      const session = await seatStudents(admin, { sessionId, studentIds, allowOverlap: false })
      expect(session.seatsTaken).toBe(3)
    }
    expect(await seatsOf(school, sessionId)).toEqual({ holders: idsOf(students).sort(), seatsTaken: 3 })
  })

  test('is for all or none: too few seats, a user who is no student, a busy student', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [noor, karim, trainer] = [
      await school.person('STUDENT'),
      await school.person('STUDENT'),
      await school.person('TRAINER'),
    ]
    const sessionId = await school.session({ capacity: 1 })
    const seat = (studentIds: string[]) =>
      seatStudents(admin, {
        sessionId,
        studentIds: studentIds.map((id) => userId.parse(id)),
        allowOverlap: false,
      })
    await expect(seat([noor.id, karim.id])).rejects.toMatchObject({ code: 'conflict', reason: 'sessionFull' })
    await expect(seat([trainer.id])).rejects.toMatchObject({ code: 'invalid', reason: 'noSuchStudents' })
    await expect(seat([crypto.randomUUID()])).rejects.toMatchObject({ code: 'invalid' })
    const busy = await school.session({ students: [noor], startsInHours: 1.5 })
    await expect(seat([noor.id])).rejects.toMatchObject({
      code: 'conflict',
      details: { collisions: [{ kind: 'student', sessionId: busy }] },
    })
    expect(await seatsOf(school, sessionId)).toEqual({ holders: [], seatsTaken: 0 })
  })

  test.each(['completed', 'cancelled'] as const)('in a %s session is refused', async (status) => {
    const school = await createSchool()
    const [admin, student] = [await school.asAdmin(), await school.person('STUDENT')]
    const sessionId = await school.session({ status })
    const seated = seatStudents(admin, { sessionId, studentIds: [student.id], allowOverlap: false })
    await expect(seated).rejects.toMatchObject({ code: 'conflict' })
    const unseated = unseatStudents(admin, { sessionId, studentIds: [student.id] })
    await expect(unseated).rejects.toMatchObject({ code: 'conflict' })
  })

  test("is refused to the session's own trainer and students", async () => {
    const school = await createSchool()
    const [trainer, student] = [await school.person('TRAINER'), await school.person('STUDENT')]
    const sessionId = await school.session({ trainer, students: [student] })
    for (const actor of [trainer, student]) {
      const input = { sessionId, studentIds: [student.id] }
      const context = school.as(actor)
      await expect(seatStudents(context, { ...input, allowOverlap: true })).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(unseatStudents(context, input)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('50 requests at once for the last seat: exactly one gets it', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const students = await school.people('STUDENT', 50)
    const sessionId = await school.session({ capacity: 3, students: await school.people('STUDENT', 2) })
    const requests = await Promise.allSettled(
      students.map(({ id }) => seatStudents(admin, { sessionId, studentIds: [id], allowOverlap: false })),
    )
    const refused = requests.flatMap((request) => (request.status === 'rejected' ? [request.reason] : []))
    expect(refused).toHaveLength(49)
    for (const refusal of refused) expect(refusal).toMatchObject({ code: 'conflict', reason: 'sessionFull' })
    const { holders, seatsTaken } = await seatsOf(school, sessionId)
    expect([holders.length, seatsTaken]).toEqual([3, 3])
  })

  test('20 requests at once that seat one student in two sessions of the same hour: one wins', async () => {
    const school = await createSchool()
    const [admin, student] = [await school.asAdmin(), await school.person('STUDENT')]
    const sessions = [await school.session(), await school.session({ startsInHours: 1.5 })]
    const requests = Array.from({ length: 10 }, () => sessions).flat()
    await Promise.allSettled(
      requests.map((sessionId) =>
        seatStudents(admin, { sessionId, studentIds: [student.id], allowOverlap: false }),
      ),
    )
    expect(await school.database.seat.count({ where: { studentId: student.id } })).toBe(1)
  })
})

describe('seating is refused when at the same moment', () => {
  test('the student is given a seat in another session of that hour', async () => {
    const school = await createSchool()
    const [admin, student] = [await school.asAdmin(), await school.person('STUDENT')]
    const [sessionId, elsewhere] = [await school.session(), await school.session({ startsInHours: 1.5 })]
    const outcome = await runDuring(
      school.database,
      async (other) => {
        await lockStudents({ database: other }, [student.id])
        await other.seat.create({ data: { sessionId: elsewhere, studentId: student.id } })
      },
      () => seatStudents(admin, { sessionId, studentIds: [student.id], allowOverlap: false }),
    )
    expect(outcome).toMatchObject({ code: 'conflict', reason: 'studentBusy' })
  })

  test('the student is disabled', async () => {
    const school = await createSchool()
    const [admin, student] = [await school.asAdmin(), await school.person('STUDENT')]
    const sessionId = await school.session()
    const outcome = await runDuring(
      school.database,
      (other) => other.user.update({ where: { id: student.id }, data: { disabledAt: new Date() } }),
      () => seatStudents(admin, { sessionId, studentIds: [student.id], allowOverlap: false }),
    )
    expect(outcome).toMatchObject({ code: 'invalid', reason: 'noSuchStudents' })
  })

  test('the session is cancelled', async () => {
    const school = await createSchool()
    const [admin, student] = [await school.asAdmin(), await school.person('STUDENT')]
    const sessionId = await school.session()
    const outcome = await runDuring(
      school.database,
      (other) => other.classSession.update({ where: { id: sessionId }, data: { status: 'cancelled' } }),
      () => seatStudents(admin, { sessionId, studentIds: [student.id], allowOverlap: false }),
    )
    expect(outcome).toMatchObject({ code: 'conflict', reason: 'seatsOnlyOpen' })
    expect(await seatsOf(school, sessionId)).toEqual({ holders: [], seatsTaken: 0 })
  })
})

describe('unseating', () => {
  test('frees the seat, reconciles the room, and is idempotent', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
    const sessionId = await school.session({ students: [noor, karim], status: 'in_progress' })
    const first = await unseatStudents(admin, { sessionId, studentIds: [noor.id] })
    const second = await unseatStudents(admin, { sessionId, studentIds: [noor.id] })
    expect(second).toEqual(first)
    expect(await seatsOf(school, sessionId)).toEqual({ holders: [karim.id], seatsTaken: 1 })
    expect(school.sent).toEqual([{ name: 'reconcile-room', payload: { sessionId } }])
  })

  test('a student without a seat changes nothing', async () => {
    const school = await createSchool()
    const [stranger, holder] = [await school.person('STUDENT'), await school.person('STUDENT')]
    const sessionId = await school.session({ students: [holder] })
    await unseatStudents(await school.asAdmin(), { sessionId, studentIds: [stranger.id] })
    expect(await seatsOf(school, sessionId)).toEqual({ holders: [holder.id], seatsTaken: 1 })
  })
})
