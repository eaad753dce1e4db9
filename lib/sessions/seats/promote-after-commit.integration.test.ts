import { describe, expect, test } from 'vitest'
import { changeClass } from '#lib/classes/change-class.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { eraseUser } from '#lib/people/erase-user.ts'
import { completeOverdueSessions } from '#lib/sessions/lifecycle/complete-overdue-sessions.ts'
import { endSession } from '#lib/sessions/lifecycle/end-session.ts'
import { cancelSession } from '#lib/sessions/planning/cancel-session.ts'
import { waitUntilDoneOrBlocked } from '#scripts/testing/lock-waits.ts'
import { beginTransaction, runDuring } from '#scripts/testing/other-transaction.ts'
import { runPromotions } from '#scripts/testing/run-promotions.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { promoteWaitlistOf } from './promote-after-commit.ts'
import { lockSessions, lockStudents } from './seats.ts'
import { unseatStudents } from './unseat-students.ts'

async function createSchoolOfThree() {
  const school = await createSchool()
  const [noor, kofi, mei] = await school.people('STUDENT', 3)
  if (!noor || !kofi || !mei) throw new Error('three students')
  return { school, admin: await school.asAdmin(), noor, kofi, mei }
}

/** Adds students to the waitlist for an online seat, bypassing the rules of the use cases. */
async function standInLine(school: School, sessionId: SessionId, students: { id: string }[]): Promise<void> {
  const since = Date.now()
  const data = students.map(({ id }, index) => ({
    sessionId,
    studentId: id,
    kind: 'online' as const,
    createdAt: new Date(since + index),
  }))
  await school.database.waitlistEntry.createMany({ data })
}

async function seatsOf({ database }: School, sessionId: SessionId) {
  const seats = await database.seat.findMany({ where: { sessionId } })
  return seats.map(({ studentId, kind }) => `${studentId} ${kind}`)
}

describe('a waitlisted student gets the free seat and one notice', () => {
  test('when the student who had it is erased', async () => {
    const { school, admin, noor, kofi, mei } = await createSchoolOfThree()
    const sessionId = await school.session({ students: [noor], capacity: 1 })
    await standInLine(school, sessionId, [kofi, mei])
    await eraseUser(admin, { userId: noor.id })
    for (let time = 0; time < 2; time += 1) await runPromotions(school)
    expect(await seatsOf(school, sessionId)).toEqual([`${kofi.id} online`])
    const told = await school.database.notice.findMany({ select: { userId: true, kind: true } })
    expect(told).toEqual([{ userId: kofi.id, kind: 'seat_given' }])
    const session = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    expect(session.seatsTaken).toBe(1)
  })

  test('when two seated students are erased at once', async () => {
    const { school, admin, noor, kofi, mei } = await createSchoolOfThree()
    const sessionId = await school.session({ students: [noor, kofi], capacity: 2 })
    await standInLine(school, sessionId, [mei])
    await Promise.all([noor, kofi].map(({ id }) => eraseUser(admin, { userId: id })))
    await runPromotions(school)
    expect(await seatsOf(school, sessionId)).toEqual([`${mei.id} online`])
  })

  test.each([
    ['may sign in again', { disabledAt: new Date() }, { disabled: false }],
    ['is a student again', { role: 'TRAINER' }, { role: 'STUDENT' }],
  ] as const)('when the first on the waitlist %s', async (_, until, change) => {
    const { school, admin, noor, kofi } = await createSchoolOfThree()
    await school.database.user.update({ where: { id: noor.id }, data: until })
    const sessionId = await school.session({ capacity: 1 })
    const full = await school.session({ capacity: 1, students: [kofi], startsInHours: 9 })
    for (const id of [sessionId, full]) await standInLine(school, id, [noor])
    await changeUser(admin, { userId: noor.id, name: 'Noor' })
    await runPromotions(school)
    expect(await seatsOf(school, sessionId)).toEqual([])
    await changeUser(admin, { userId: noor.id, ...change })
    for (let time = 0; time < 2; time += 1) await runPromotions(school)
    expect(await seatsOf(school, sessionId)).toEqual([`${noor.id} online`])
    expect(await seatsOf(school, full)).toEqual([`${kofi.id} online`])
  })

  test.each(['by its trainer', 'by the clock'] as const)(
    'when their other session at the same time ends %s',
    async (how) => {
      const { school, noor } = await createSchoolOfThree()
      const trainer = await school.person('TRAINER')
      const from = how === 'by the clock' ? -6 : 0
      const running = await school.session({
        trainer,
        students: [noor],
        status: 'in_progress',
        startsInHours: from,
      })
      const sessionId = await school.session({ capacity: 1, startsInHours: from })
      await standInLine(school, sessionId, [noor])
      if (how === 'by the clock') await completeOverdueSessions(school.system())
      else await endSession(school.as(trainer), { sessionId: running })
      await runPromotions(school)
      expect(await seatsOf(school, sessionId)).toEqual([`${noor.id} online`])
    },
  )

  test('online, when an OFFLINE class without free in-person seats becomes HYBRID', async () => {
    const { school, admin, noor, kofi } = await createSchoolOfThree()
    const classId = await school.course('OFFLINE', 1, { inPersonCapacity: 1 })
    const sessionId = await school.session({
      classId,
      sessionType: 'offline',
      capacity: 1,
      inPersonStudents: [noor],
      waitlistedInPerson: [kofi],
    })
    await changeClass(admin, { classId, capacity: 5 })
    await runPromotions(school)
    expect(await seatsOf(school, sessionId)).toEqual([`${noor.id} in_person`])
    await changeClass(admin, { classId, mode: 'HYBRID' })
    await runPromotions(school)
    expect((await seatsOf(school, sessionId)).sort()).toEqual(
      [`${noor.id} in_person`, `${kofi.id} online`].sort(),
    )
  })

  test.each([
    [
      'another session of theirs is cancelled',
      (admin: Context, sessionId: SessionId) => cancelSession(admin, { sessionId, reason: 'Ill' }),
    ],
    [
      'another seat of theirs is removed',
      (admin: Context, sessionId: SessionId, studentId: UserId) =>
        unseatStudents(admin, { sessionId, studentIds: [studentId] }),
    ],
  ])('when %s while they join the waitlist', async (_, act) => {
    const { school, admin, noor } = await createSchoolOfThree()
    const lost = await school.session({ students: [noor] })
    const sessionId = await school.session({ capacity: 1 })
    await runDuring(
      school.database,
      async (other) => {
        await lockStudents({ database: other }, [noor.id])
        await other.waitlistEntry.create({ data: { sessionId, studentId: noor.id, kind: 'online' } })
      },
      () => act(admin, lost, noor.id),
    )
    await runPromotions(school)
    expect(await seatsOf(school, sessionId)).toEqual([`${noor.id} online`])
  })
})

/**
 * Promotes a session with a free seat and an empty waitlist. While the promotion waits for the lock on the session,
 * Noor joins the waitlist, and another transaction locks her and seats her in a session of the same hour.
 */
async function promotionOfSomebodyBusy() {
  const { school, noor } = await createSchoolOfThree()
  const { database } = school
  const [sessionId, elsewhere] = [await school.session({ capacity: 1 }), await school.session()]
  const queueing = await beginTransaction(database)
  await lockSessions(queueing, [sessionId])
  const promoting = promoteWaitlistOf(school.system(), { sessionId })
  await waitUntilDoneOrBlocked(database, promoting)
  const seating = await beginTransaction(database)
  await lockStudents(seating, [noor.id])
  await seating.database.seat.create({ data: { sessionId: elsewhere, studentId: noor.id } })
  await queueing.database.waitlistEntry.create({ data: { sessionId, studentId: noor.id, kind: 'online' } })
  await queueing.commit()
  await waitUntilDoneOrBlocked(database, promoting)
  return { school, sessionId, elsewhere, promoting, seating }
}

describe('a waitlisted student locked by another transaction', () => {
  test('is not promoted if it seats them at the same time', async () => {
    const { school, sessionId, elsewhere, promoting, seating } = await promotionOfSomebodyBusy()
    await seating.commit()
    await promoting
    expect(await seatsOf(school, sessionId)).toEqual([])
    expect(await seatsOf(school, elsewhere)).toHaveLength(1)
    expect(await school.database.notice.count()).toBe(0)
  })

  test('is not waited for while the session is locked', async () => {
    const { sessionId, promoting, seating } = await promotionOfSomebodyBusy()
    const taken = seating.database.$queryRaw`
      SELECT "id" FROM "ClassSession" WHERE "id" = ${sessionId}::uuid FOR NO KEY UPDATE NOWAIT`
    await expect(taken).resolves.toHaveLength(1)
    await seating.commit()
    await promoting
  })
})
