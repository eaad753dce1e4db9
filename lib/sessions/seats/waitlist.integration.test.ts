import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { enrolStudents } from '#lib/classes/enrol-students.ts'
import { type SessionId, sessionId as toSessionId, userId } from '#lib/kernel/ids.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { leaveWaitlist } from './leave-waitlist.ts'
import { listOwnWaitlistEntries } from './list-own-waitlist-entries.ts'
import { listWaitlist } from './list-waitlist.ts'
import { promoteWaitlistOf } from './promote-after-commit.ts'
import { removeFromWaitlist } from './remove-from-waitlist.ts'
import { seatStudents } from './seat-students.ts'
import { switchSeat } from './switch-seat.ts'
import { unseatStudents } from './unseat-students.ts'

const idsOf = (people: { id: string }[]) => people.map((person) => userId.parse(person.id))

/** Seats by kind, checked against the counts, and the waitlist. */
async function placesOf(school: School, sessionId: SessionId) {
  const session = await school.database.classSession.findUniqueOrThrow({
    where: { id: sessionId },
    include: { seats: true, waitlistEntries: { orderBy: [{ createdAt: 'asc' }, { studentId: 'asc' }] } },
  })
  const seatsOf = (kind: string) =>
    session.seats.filter((seat) => seat.kind === kind).map((seat) => seat.studentId)
  const [online, room] = [seatsOf('online'), seatsOf('in_person')]
  expect([session.seatsTaken, session.inPersonSeatsTaken]).toEqual([online.length, room.length])
  return { online, room, line: session.waitlistEntries.map((wait) => `${wait.studentId} ${wait.kind}`) }
}

describe('a student without the requested seat joins the waitlist', () => {
  test('on enrolment: in the order of the request, and repeating it changes nothing', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course('HYBRID', 2)
    const sessionId = await school.session({ classId, capacity: 2 })
    const studentIds = idsOf(await school.people('STUDENT', 4)).toReversed()
    for (let time = 0; time < 2; time += 1) {
      await enrolStudents(admin, { classId, studentIds, allowOverlap: false })
      const { online, line } = await placesOf(school, sessionId)
      expect(new Set(online)).toEqual(new Set(studentIds.slice(0, 2)))
      expect(line).toEqual(studentIds.slice(2).map((id) => `${id} online`))
    }
  })

  test('for an in-person seat, and sits online meanwhile', async () => {
    const school = await createSchool()
    const classId = await school.course('HYBRID', 5, { inPersonCapacity: 1 })
    const sessionId = await school.session({ classId, capacity: 5, inPersonCapacity: 1 })
    const [first, second] = idsOf(await school.people('STUDENT', 2))
    if (!first || !second) throw new Error('two students')
    const input = { classId, studentIds: [first, second], allowOverlap: false, kind: 'in_person' as const }
    const { full } = await enrolStudents(await school.asAdmin(), input)
    expect(full).toEqual([])
    expect(await placesOf(school, sessionId)).toEqual({
      online: [second],
      room: [first],
      line: [`${second} in_person`],
    })
  })

  test('of a session if that is requested; otherwise the request is refused', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const sessionId = await school.session({
      inPersonStudents: await school.people('STUDENT', 1),
      students: await school.people('STUDENT', 1),
      capacity: 1,
    })
    const studentIds = idsOf(await school.people('STUDENT', 1))
    const input = { sessionId, studentIds, allowOverlap: false, kind: 'in_person' as const }
    await expect(seatStudents(admin, input)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'inPersonSeatsFull',
    })
    const session = await seatStudents(admin, { ...input, whenFull: 'waitlist' })
    expect(session).toMatchObject({ seatsTaken: 1, capacity: 1, inPersonSeatsTaken: 1, inPersonCapacity: 1 })
    expect((await placesOf(school, sessionId)).line).toEqual([`${studentIds[0]} in_person`])
  })

  test('and keeps the position on a repeated request; for the other kind they go to the end', async () => {
    const school = await createSchool()
    const { actor } = await school.asAdmin()
    const sessionId = await school.session({
      students: await school.people('STUDENT', 1),
      inPersonStudents: await school.people('STUDENT', 1),
      capacity: 1,
    })
    const [first, second] = idsOf(await school.people('STUDENT', 2))
    if (!first || !second) throw new Error('two students')
    const ask = async (studentId: typeof first, kind: 'online' | 'in_person', after: number) => {
      const admin = school.as(actor, new Date(Date.now() + after * 1000))
      const input = { sessionId, studentIds: [studentId], allowOverlap: false, kind }
      await seatStudents(admin, { ...input, whenFull: 'waitlist' })
      return (await placesOf(school, sessionId)).line
    }
    await ask(first, 'online', 1)
    await ask(second, 'in_person', 2)
    expect(await ask(first, 'online', 3)).toEqual([`${first} online`, `${second} in_person`])
    expect(await ask(first, 'in_person', 4)).toEqual([`${second} in_person`, `${first} in_person`])
  })

  test('and leaves it on getting the seat', async () => {
    const school = await createSchool()
    const sessionId = await school.session({ capacity: 1 })
    const [noor] = await school.people('STUDENT', 1)
    if (!noor) throw new Error('a student')
    await school.database.waitlistEntry.create({ data: { sessionId, studentId: noor.id, kind: 'online' } })
    await seatStudents(await school.asAdmin(), { sessionId, studentIds: [noor.id], allowOverlap: false })
    expect(await placesOf(school, sessionId)).toMatchObject({ online: [noor.id], line: [] })
  })

  test('but not for in person if the session has no in-person seats', async () => {
    const school = await createSchool()
    const sessionId = await school.session()
    const input = { sessionId, studentIds: idsOf(await school.people('STUDENT', 1)), allowOverlap: false }
    await expect(seatStudents(await school.asAdmin(), { ...input, kind: 'in_person' })).rejects.toMatchObject(
      {
        code: 'conflict',
        reason: 'noInPersonSeats',
      },
    )
  })
})

describe('a freed seat goes to the first on the waitlist at once', () => {
  test('with a notice to that student only, and again the second time', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [holder, first, second] = idsOf(await school.people('STUDENT', 3))
    if (!holder || !first || !second) throw new Error('three students')
    const sessionId = await school.session({ capacity: 1 })
    const seat = (studentIds: (typeof holder)[]) =>
      seatStudents(admin, { sessionId, studentIds, allowOverlap: false, whenFull: 'waitlist' })
    // The notices are one second apart.
    const unseat = (studentIds: (typeof holder)[], second: number) =>
      unseatStudents(school.as(admin.actor, new Date(Date.now() + second * 1000)), { sessionId, studentIds })
    await seat([holder])
    await seat([first])
    await seat([second])
    await unseat([holder], 1)
    expect(await placesOf(school, sessionId)).toEqual({
      online: [first],
      room: [],
      line: [`${second} online`],
    })
    await unseat([first], 2)
    await seat([first])
    await unseat([second], 3)
    const notices = await school.database.notice.findMany({ orderBy: { createdAt: 'asc' } })
    expect(notices).toMatchObject(
      [first, second, first].map((person) => ({
        userId: person,
        kind: 'seat_given',
        facts: { sessionId, seatKind: 'online' },
      })),
    )
    const events = await school.database.auditEvent.count({ where: { action: 'seat_given' } })
    expect(events).toBe(3)
  })

  test('a busy student is skipped and stays on the waitlist; once free, they get a seat at once', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [holder, busy, free] = await school.people('STUDENT', 3)
    if (!holder || !busy || !free) throw new Error('three students')
    const sessionId = await school.session({ students: [holder], capacity: 1 })
    const wait = (studentId: typeof holder.id) =>
      seatStudents(admin, { sessionId, studentIds: [studentId], allowOverlap: true, whenFull: 'waitlist' })
    await wait(busy.id)
    await wait(free.id)
    const elsewhere = await school.session({ students: [busy] })
    await unseatStudents(admin, { sessionId, studentIds: [holder.id] })
    expect(await placesOf(school, sessionId)).toMatchObject({
      online: [free.id],
      line: [`${busy.id} online`],
    })
    await unseatStudents(admin, { sessionId, studentIds: [free.id] })
    expect(await placesOf(school, sessionId)).toMatchObject({ online: [], line: [`${busy.id} online`] })
    await unseatStudents(admin, { sessionId: elsewhere, studentIds: [busy.id] })
    expect(school.sent).toContainEqual({ name: 'promote-waitlist', payload: { sessionId } })
    for (let time = 0; time < 2; time += 1) await promoteWaitlistOf(school.system(), { sessionId })
    expect(await placesOf(school, sessionId)).toMatchObject({ online: [busy.id], line: [] })
    expect(await school.database.notice.count({ where: { userId: busy.id } })).toBe(1)
  })

  test('a student who can no longer sign in is skipped', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [holder, gone, next] = idsOf(await school.people('STUDENT', 3))
    if (!holder || !gone || !next) throw new Error('three students')
    const sessionId = await school.session({ capacity: 1 })
    for (const id of [holder, gone, next]) {
      await seatStudents(admin, { sessionId, studentIds: [id], allowOverlap: false, whenFull: 'waitlist' })
    }
    await school.database.user.update({ where: { id: gone }, data: { disabledAt: new Date() } })
    await unseatStudents(admin, { sessionId, studentIds: [holder] })
    expect((await placesOf(school, sessionId)).online).toEqual([next])
  })
})

describe('the waitlist', () => {
  test('is read page by page, also by the trainer, and removed students keep their seat', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const trainer = await school.person('TRAINER')
    const waiting = await school.people('STUDENT', 3)
    const sessionId = await school.session({
      trainer,
      students: waiting.slice(0, 1),
      inPersonStudents: await school.people('STUDENT', 1),
      waitlistedInPerson: waiting,
    })
    const first = await listWaitlist(admin, { sessionId, limit: 2 })
    const rest = await listWaitlist(admin, { sessionId, limit: 2, cursor: first.nextCursor ?? '' })
    const all = [...first.items, ...rest.items]
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(idsOf(waiting)))
    expect(rest.nextCursor).toBeNull()
    expect(all.find(({ id }) => id === waiting[0]?.id)).toMatchObject({ kind: 'in_person', seat: 'online' })
    expect((await findSession(school.as(trainer), { sessionId })).waitlist).toEqual(all)
    const studentIds = idsOf(waiting)
    expect(await removeFromWaitlist(admin, { sessionId, studentIds })).toEqual({ left: 3 })
    expect(await removeFromWaitlist(admin, { sessionId, studentIds })).toEqual({ left: 0 })
    expect(await placesOf(school, sessionId)).toMatchObject({ online: [waiting[0]?.id], line: [] })
  })

  test.each(['completed', 'cancelled'] as const)('is hidden once the session is %s', async (status) => {
    const school = await createSchool()
    const [trainer, noor] = [await school.person('TRAINER'), await school.person('STUDENT')]
    const inRoom = await school.people('STUDENT', 1)
    const sessionId = await school.session({
      trainer,
      inPersonStudents: inRoom,
      waitlistedInPerson: [noor],
      status,
    })
    for (const context of [school.as(trainer), await school.asAdmin()]) {
      expect((await findSession(context, { sessionId })).waitlist).toBeNull()
    }
  })

  test('can be listed and changed by admins only', async () => {
    const school = await createSchool()
    const [trainer, student] = [await school.person('TRAINER'), await school.person('STUDENT')]
    const sessionId = await school.session({ trainer, students: [student] })
    for (const context of [school.as(trainer), school.as(student)]) {
      const listed = listWaitlist(context, { sessionId, limit: 2 })
      await expect(listed).rejects.toMatchObject({ code: 'forbidden' })
      const left = removeFromWaitlist(context, { sessionId, studentIds: [student.id] })
      await expect(left).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect((await findSession(school.as(student), { sessionId })).waitlist).toBeNull()
  })
})

describe('a student’s own waitlist entries', () => {
  async function lineOfTwo() {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [holder, first, second] = await school.people('STUDENT', 3)
    if (!holder || !first || !second) throw new Error('three students')
    const sessionId = await school.session({ capacity: 1, students: [holder], inPersonCapacity: 1 })
    for (const student of [first, second]) {
      const studentIds = idsOf([student])
      await seatStudents(admin, {
        sessionId,
        studentIds,
        allowOverlap: false,
        whenFull: 'waitlist',
        kind: 'online',
      })
    }
    return { school, sessionId, holder, first, second }
  }

  test('are listed with kind and position, without sessions in which they have a seat', async () => {
    const { school, sessionId, holder, second } = await lineOfTwo()
    const { items } = await listOwnWaitlistEntries(school.as(second))
    expect(items).toMatchObject([{ sessionId, kind: 'online', position: 2 }])
    await switchSeat(school.as((await school.asAdmin()).actor), {
      sessionId,
      studentId: holder.id,
      kind: 'in_person',
    })
    expect((await listOwnWaitlistEntries(school.as(holder))).items).toEqual([])
  })

  test('are those of open sessions without a seat, with the position for their kind', async () => {
    const school = await createSchool()
    const [noor, karim] = await school.people('STUDENT', 2)
    if (!noor || !karim) throw new Error('two students')
    await school.session({ students: [noor], waitlistedInPerson: [noor], inPersonCapacity: 1 })
    await school.session({ waitlistedInPerson: [noor], startsInHours: 3, status: 'cancelled' })
    await school.session({ waitlistedInPerson: [noor], startsInHours: 5, status: 'completed' })
    await school.session({ waitlistedInPerson: [karim], startsInHours: 7 })
    const sessionId = await school.session({ waitlistedInPerson: [karim], startsInHours: 9 })
    await school.database.waitlistEntry.create({ data: { sessionId, studentId: noor.id, kind: 'online' } })
    const { items } = await listOwnWaitlistEntries(school.as(noor))
    expect(items).toMatchObject([{ sessionId, kind: 'online', position: 1 }])
  })

  test('are removed for that student only, also by 20 requests at once', async () => {
    const { school, sessionId, first, second } = await lineOfTwo()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => leaveWaitlist(school.as(first), { sessionId })),
    )
    expect(outcomes.filter(({ left }) => left)).toHaveLength(1)
    expect((await placesOf(school, sessionId)).line).toEqual([`${second.id} online`])
    expect((await listOwnWaitlistEntries(school.as(second))).items).toMatchObject([{ position: 1 }])
    expect(await school.database.auditEvent.count({ where: { action: 'waitlist_entry_removed' } })).toBe(1)
  })

  test('are not found in an unknown session', async () => {
    const school = await createSchool()
    const student = school.as(await school.person('STUDENT'))
    const sessionId = toSessionId.parse(randomUUID())
    await expect(leaveWaitlist(student, { sessionId })).rejects.toMatchObject({ code: 'not_found' })
  })
})
