import { describe, expect, test } from 'vitest'
import { enrolStudents } from '#lib/classes/enrol-students.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { lockSessions } from './seats.ts'
import { switchSeat } from './switch-seat.ts'

async function readSeats({ database }: School, sessionId: SessionId) {
  const session = await database.classSession.findUniqueOrThrow({
    where: { id: sessionId },
    include: { seats: true },
  })
  const count = (kind: string) => session.seats.filter((seat) => seat.kind === kind).length
  expect([session.seatsTaken, session.inPersonSeatsTaken]).toEqual([count('online'), count('in_person')])
  return new Map(session.seats.map((seat) => [seat.studentId as string, seat.kind]))
}

/** A class that lets its students switch, with a session in two hours: one of two in-person seats is taken. */
async function ready() {
  const school = await createSchool()
  const trainer = await school.person('TRAINER')
  const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
  const inClass = await school.course('HYBRID', 2, { inPersonCapacity: 2, studentsMaySwitch: true })
  const sessionId = await school.session({
    classId: inClass,
    trainer,
    students: [noor],
    inPersonStudents: [karim],
    capacity: 2,
    inPersonCapacity: 2,
    startsInHours: 2,
  })
  const input = { sessionId, studentId: noor.id, kind: 'in_person' as const }
  return { school, trainer, noor, karim, inClass, sessionId, input }
}

describe('a seat is switched', () => {
  test('by admin, trainer and student; both counts follow, and repeating it changes nothing', async () => {
    const { school, trainer, noor, sessionId, input } = await ready()
    for (const context of [school.as(noor), school.as(trainer), await school.asAdmin()]) {
      for (let time = 0; time < 2; time += 1) {
        const session = await switchSeat(context, input)
        expect(session).toMatchObject({ seatsTaken: 0, inPersonSeatsTaken: 2 })
      }
      expect((await readSeats(school, sessionId)).get(noor.id)).toBe('in_person')
      await switchSeat(context, { ...input, kind: 'online' })
      expect((await readSeats(school, sessionId)).get(noor.id)).toBe('online')
    }
    expect(await school.database.auditEvent.count({ where: { action: 'seat_switched' } })).toBe(6)
  })

  test('and the freed seat goes to the student waitlisted for it', async () => {
    const { school, noor, karim, sessionId, input } = await ready()
    const admin = await school.asAdmin()
    const third = await school.person('STUDENT')
    await school.database.seat.create({ data: { sessionId, studentId: third.id, kind: 'online' } })
    await school.database.classSession.update({ where: { id: sessionId }, data: { seatsTaken: 2 } })
    const full = switchSeat(admin, { ...input, studentId: karim.id, kind: 'online' })
    await expect(full).rejects.toMatchObject({ code: 'conflict', reason: 'sessionFull' })
    await switchSeat(admin, { ...input, studentId: karim.id, kind: 'online', whenFull: 'waitlist' })
    expect((await findSession(school.as(karim), { sessionId })).seat).toMatchObject({
      kind: 'in_person',
      waitlistedFor: 'online',
    })
    await switchSeat(school.as(noor), input)
    const seats = await readSeats(school, sessionId)
    expect([noor, karim, third].map(({ id }) => seats.get(id))).toEqual(['in_person', 'online', 'online'])
    expect(await school.database.notice.findMany()).toMatchObject([
      { userId: karim.id, kind: 'seat_given', facts: { seatKind: 'online' } },
    ])
  })

  test('and choosing the current kind leaves the waitlist for the other', async () => {
    const { school, karim, sessionId, input } = await ready()
    const wait = { sessionId, studentId: karim.id, kind: 'online' as const }
    await school.database.waitlistEntry.create({ data: wait })
    await switchSeat(await school.asAdmin(), { ...input, studentId: karim.id })
    expect((await readSeats(school, sessionId)).get(karim.id)).toBe('in_person')
    expect(await school.database.waitlistEntry.count()).toBe(0)
  })

  test('until the deadline that the session contains', async () => {
    const { school, trainer, noor, sessionId, input } = await ready()
    const { startsAt } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    const until = new Date(startsAt.getTime() - HOUR_MS)
    for (const actor of [noor, trainer]) {
      const late = school.as(actor, until)
      expect((await findSession(late, { sessionId })).abilities.canSwitchSeat).toBe(false)
      await expect(switchSeat(late, input)).rejects.toMatchObject({
        code: 'conflict',
        reason: 'switchTooLate',
      })
    }
    const early = school.as(noor, new Date(until.getTime() - 1))
    expect(await findSession(early, { sessionId })).toMatchObject({
      abilities: { canSwitchSeat: true },
      seat: { kind: 'online', switchUntil: until.toISOString() },
    })
    await switchSeat(early, input)
  })
})

describe('a switch is refused', () => {
  test('to a student whose session is moved at this moment, so that it is too late', async () => {
    const { school, noor, sessionId, input } = await ready()
    const startsAt = new Date(Date.now() + 30 * MINUTE_MS)
    const outcome = await runDuring(
      school.database,
      (other) => other.classSession.update({ where: { id: sessionId }, data: { startsAt } }),
      () => switchSeat(school.as(noor), input),
    )
    expect(outcome).toMatchObject({ code: 'conflict', reason: 'switchTooLate' })
    expect((await readSeats(school, sessionId)).get(noor.id)).toBe('online')
  })

  test('to a student whose class stops offering it at this moment', async () => {
    const { school, noor, inClass, sessionId, input } = await ready()
    const outcome = await runDuring(
      school.database,
      async (other) => {
        await lockSessions({ database: other }, [sessionId])
        await other.class.update({ where: { id: inClass }, data: { studentsMaySwitch: false } })
      },
      () => switchSeat(school.as(noor), input),
    )
    expect(outcome).toMatchObject({ code: 'forbidden', reason: 'switchNotOffered' })
  })

  test('to a trainer who is replaced at this moment', async () => {
    const { school, trainer, sessionId, input } = await ready()
    const { id: trainerId } = await school.person('TRAINER')
    const outcome = await runDuring(
      school.database,
      (other) => other.classSession.update({ where: { id: sessionId }, data: { trainerId } }),
      () => switchSeat(school.as(trainer), input),
    )
    expect(outcome).toMatchObject({ code: 'forbidden', reason: 'notYourSession' })
  })

  test('to other students, other trainers, and if the class does not let students switch', async () => {
    const { school, noor, karim, inClass, input } = await ready()
    for (const actor of [karim, await school.person('STUDENT'), await school.person('TRAINER')]) {
      await expect(switchSeat(school.as(actor), input)).rejects.toMatchObject({ code: 'forbidden' })
    }
    await school.database.class.update({ where: { id: inClass }, data: { studentsMaySwitch: false } })
    await expect(switchSeat(school.as(noor), input)).rejects.toMatchObject({ reason: 'switchNotOffered' })
  })

  test('if the session is over or has no in-person seats, and to a student without a seat', async () => {
    const { school, noor, sessionId, input } = await ready()
    const admin = await school.asAdmin()
    const stranger = await school.person('STUDENT')
    await expect(switchSeat(admin, { ...input, studentId: stranger.id })).rejects.toMatchObject({
      reason: 'noSeatToSwitch',
    })
    const roomless = await school.session({ students: [noor], startsInHours: 9 })
    await expect(switchSeat(admin, { ...input, sessionId: roomless })).rejects.toMatchObject({
      reason: 'noInPersonSeats',
    })
    await school.database.classSession.update({ where: { id: sessionId }, data: { status: 'completed' } })
    await expect(switchSeat(admin, input)).rejects.toMatchObject({ reason: 'seatsOnlyOpen' })
  })
})

test('20 switches and 20 enrolments at once for the last in-person seat: one wins, the rest are waitlisted or refused', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const classId = await school.course('HYBRID', 100, { inPersonCapacity: 1 })
  const seated = await school.people('STUDENT', 20)
  const enrolling = await school.people('STUDENT', 20)
  const sessionId = await school.session({
    classId,
    students: seated,
    capacity: 100,
    inPersonCapacity: 1,
  })
  const outcomes = await Promise.allSettled([
    ...seated.map(({ id }) => switchSeat(admin, { sessionId, studentId: id, kind: 'in_person' })),
    ...enrolling.map(({ id }) =>
      enrolStudents(admin, { classId, studentIds: [id], allowOverlap: false, kind: 'in_person' }),
    ),
  ])
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') {
      expect(outcome.reason).toMatchObject({ code: 'conflict', reason: 'inPersonSeatsFull' })
    }
  }
  const kinds = [...(await readSeats(school, sessionId)).values()]
  expect(kinds.filter((kind) => kind === 'in_person')).toHaveLength(1)
  expect(kinds).toHaveLength(40)
  const waits = await school.database.waitlistEntry.count({ where: { sessionId, kind: 'in_person' } })
  const switched = outcomes.slice(0, 20).filter(({ status }) => status === 'fulfilled').length
  expect(waits).toBe(20 - (1 - switched))
})
