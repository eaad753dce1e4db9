import { describe, expect, test } from 'vitest'
import { changeClass } from '#lib/classes/change-class.ts'
import { changeUser } from '#lib/identity/people/change-user.ts'
import { eraseUser } from '#lib/identity/people/erase-user.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { completeOverdueSessions } from '#lib/sessions/lifecycle/complete-overdue-sessions.ts'
import { endSession } from '#lib/sessions/lifecycle/end-session.ts'
import { cancelSession } from '#lib/sessions/planning/cancel-session.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { runPromotions } from '#scripts/testing/run-promotions.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'

async function createSchoolOfThree() {
  const school = await createSchool()
  const [noor, kofi, mei] = await school.people('STUDENT', 3)
  if (!noor || !kofi || !mei) throw new Error('three students')
  return { school, admin: await school.asAdmin(), noor, kofi, mei }
}

/** Puts students into the line for a place online, past the rules that use cases hold. */
async function standInLine(school: School, sessionId: SessionId, students: { id: string }[]): Promise<void> {
  const since = Date.now()
  const data = students.map(({ id }, index) => ({
    sessionId,
    studentId: id,
    kind: 'online' as const,
    createdAt: new Date(since + index),
  }))
  await school.database.wait.createMany({ data })
}

async function seatsOf({ database }: School, sessionId: SessionId) {
  const seats = await database.seat.findMany({ where: { sessionId } })
  return seats.map(({ studentId, kind }) => `${studentId} ${kind}`)
}

describe('a student in line gets the free seat, and is told once', () => {
  test('when the student who had it is erased', async () => {
    const { school, admin, noor, kofi, mei } = await createSchoolOfThree()
    const sessionId = await school.session({ students: [noor], capacity: 1 })
    await standInLine(school, sessionId, [kofi, mei])
    await eraseUser(admin, { userId: noor.id })
    for (let time = 0; time < 2; time += 1) await runPromotions(school)
    expect(await seatsOf(school, sessionId)).toEqual([`${kofi.id} online`])
    const told = await school.database.notice.findMany({ select: { userId: true, kind: true } })
    expect(told).toEqual([{ userId: kofi.id, kind: 'place-given' }])
    const session = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    expect(session.seatsTaken).toBe(1)
  })

  test('when two who have one each are erased at once', async () => {
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
  ] as const)('when the first in line %s', async (_, until, change) => {
    const { school, admin, noor, kofi } = await createSchoolOfThree()
    await school.database.user.update({ where: { id: noor.id }, data: until })
    const sessionId = await school.session({ capacity: 1 })
    const full = await school.session({ capacity: 1, students: [kofi], from: 9 })
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
    'when a session that they have at the same time ends %s',
    async (how) => {
      const { school, noor } = await createSchoolOfThree()
      const trainer = await school.person('TRAINER')
      const from = how === 'by the clock' ? -6 : 0
      const running = await school.session({ trainer, students: [noor], status: 'in_progress', from })
      const sessionId = await school.session({ capacity: 1, from })
      await standInLine(school, sessionId, [noor])
      if (how === 'by the clock') await completeOverdueSessions(school.system())
      else await endSession(school.as(trainer), { sessionId: running })
      await runPromotions(school)
      expect(await seatsOf(school, sessionId)).toEqual([`${noor.id} online`])
    },
  )

  test('online, when the class of a full room becomes one that is held online too', async () => {
    const { school, admin, noor, kofi } = await createSchoolOfThree()
    const classId = await school.course('OFFLINE', 1, { roomCapacity: 1 })
    const sessionId = await school.session({
      inClass: classId,
      sessionType: 'offline',
      capacity: 1,
      inRoom: [noor],
      waitingForRoom: [kofi],
    })
    await changeClass(admin, { classId, capacity: 5 })
    await runPromotions(school)
    expect(await seatsOf(school, sessionId)).toEqual([`${noor.id} room`])
    await changeClass(admin, { classId, mode: 'HYBRID' })
    await runPromotions(school)
    expect((await seatsOf(school, sessionId)).sort()).toEqual([`${noor.id} room`, `${kofi.id} online`].sort())
  })

  test('when a session of theirs is cancelled while they come into line', async () => {
    const { school, admin, noor } = await createSchoolOfThree()
    const cancelled = await school.session({ students: [noor] })
    const sessionId = await school.session({ capacity: 1 })
    const { cancelling } = await school.database.$transaction(
      async (transaction) => {
        await transaction.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${noor.id}::uuid FOR NO KEY UPDATE`
        await transaction.wait.create({ data: { sessionId, studentId: noor.id, kind: 'online' } })
        let ended = false
        const cancelling = cancelSession(admin, { sessionId: cancelled, reason: 'Ill' }).finally(() => {
          ended = true
        })
        await eventually(async () => expect(ended || (await isLockAwaited(school))).toBe(true))
        return { cancelling }
      },
      { timeout: 30_000 },
    )
    await cancelling
    await runPromotions(school)
    expect(await seatsOf(school, sessionId)).toEqual([`${noor.id} online`])
  })
})

async function isLockAwaited({ database }: School): Promise<boolean> {
  const waiting = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return waiting.length > 0
}
