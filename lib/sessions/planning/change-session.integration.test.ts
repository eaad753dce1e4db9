import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { changeSession } from './change-session.ts'

/** A span that starts in `from` hours. */
function span(from: number, hours = 1) {
  const startsAt = new Date(Date.now() + from * HOUR_MS)
  return { startsAt, endsAt: new Date(startsAt.getTime() + hours * HOUR_MS) }
}

const nothing = { allowOverlap: false }

describe('an admin changes a session', () => {
  test('time, title and capacity, and its room is reconciled', async () => {
    const school = await createSchool()
    const sessionId = await school.session({ capacity: 5 })
    const later = span(48)
    const change = { sessionId, ...nothing, ...later, title: 'Lifetimes', capacity: 9 }
    expect(await changeSession(await school.asAdmin(), change)).toMatchObject({
      startsAt: later.startsAt.toISOString(),
      endsAt: later.endsAt.toISOString(),
      title: 'Lifetimes',
      capacity: 9,
    })
    expect(school.sent).toContainEqual({ name: 'reconcile-room', payload: { sessionId } })
  })

  test('omitted values stay, and a removed title falls back to that of the class', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const sessionId = await school.session({ capacity: 5 })
    const named = await changeSession(admin, { sessionId, ...nothing, title: 'Lifetimes' })
    const unnamed = await changeSession(admin, { sessionId, ...nothing, title: null })
    expect(unnamed).toMatchObject({ capacity: 5, startsAt: named.startsAt, title: named.classTitle })
  })

  test.each(['STUDENT', 'TRAINER'] as const)('its own %s is refused', async (role) => {
    const school = await createSchool()
    const actor = await school.person(role)
    const sessionId = await school.session(role === 'TRAINER' ? { trainer: actor } : { students: [actor] })
    const refused = changeSession(school.as(actor), { sessionId, ...nothing, capacity: 9 })
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('an unknown session is not found', async () => {
    const school = await createSchool()
    const sessionId = toSessionId.parse(crypto.randomUUID())
    const refused = changeSession(await school.asAdmin(), { sessionId, ...nothing, capacity: 9 })
    await expect(refused).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('refused changes', () => {
  test('fewer seats than are taken', async () => {
    const school = await createSchool()
    const sessionId = await school.session({ students: await school.people('STUDENT', 3), capacity: 5 })
    const admin = await school.asAdmin()
    await expect(changeSession(admin, { sessionId, ...nothing, capacity: 2 })).rejects.toMatchObject({
      code: 'conflict',
      details: { fields: { capacity: 'capacityBelowSeats' } },
    })
    expect(await changeSession(admin, { sessionId, ...nothing, capacity: 3 })).toMatchObject({ capacity: 3 })
  })

  test('fewer in-person seats than are taken, or in-person seats or a location for an ONLINE class', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const sessionId = await school.session({ inPersonStudents: await school.people('STUDENT', 2) })
    await expect(changeSession(admin, { sessionId, ...nothing, inPersonCapacity: 1 })).rejects.toMatchObject({
      code: 'conflict',
      details: { fields: { inPersonCapacity: 'capacityBelowSeats' } },
    })
    const online = await school.session({ classId: await school.course('ONLINE') })
    for (const room of [{ inPersonCapacity: 1 }, { locationId: await school.location() }]) {
      const refused = changeSession(admin, { sessionId: online, ...nothing, ...room })
      await expect(refused).rejects.toMatchObject({ code: 'invalid', reason: 'noLocationInOnlineClass' })
    }
  })

  test('a trainer who can no longer sign in, or an archived location', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [{ id: trainerId }, locationId] = [await school.person('TRAINER'), await school.location()]
    await school.database.user.update({ where: { id: trainerId }, data: { disabledAt: new Date() } })
    await school.database.location.update({ where: { id: locationId }, data: { archivedAt: new Date() } })
    const sessionId = await school.session()
    const taught = changeSession(admin, { sessionId, ...nothing, trainerId })
    await expect(taught).rejects.toMatchObject({ code: 'invalid', reason: 'trainerDisabled' })
    const held = changeSession(admin, { sessionId, ...nothing, locationId })
    await expect(held).rejects.toMatchObject({ code: 'invalid', reason: 'noSuchLocation' })
  })

  test('an end before its start, also if only one of them is moved', async () => {
    const school = await createSchool()
    const sessionId = await school.session({ startsInHours: 1 })
    const change = { sessionId, ...nothing, startsAt: span(5).startsAt }
    await expect(changeSession(await school.asAdmin(), change)).rejects.toMatchObject({ code: 'invalid' })
  })

  test.each(['completed', 'cancelled'] as const)('any change of a %s session', async (status) => {
    const school = await createSchool()
    const sessionId = await school.session({ status })
    const refused = changeSession(await school.asAdmin(), { sessionId, ...nothing, title: 'x' })
    await expect(refused).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a move of a running session, though its trainer can change', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const sessionId = await school.session({ status: 'in_progress' })
    const moved = changeSession(admin, { sessionId, ...nothing, ...span(2) })
    await expect(moved).rejects.toMatchObject({ code: 'conflict', reason: 'changesOnlyScheduled' })
    const { id: trainerId } = await school.person('TRAINER')
    const handed = await changeSession(admin, { sessionId, ...nothing, trainerId })
    expect(handed).toMatchObject({ status: 'in_progress', trainer: { id: trainerId } })
    expect(school.sent).toContainEqual({ name: 'reconcile-room', payload: { sessionId } })
  })
})

describe('double bookings', () => {
  test('a move onto another session of the trainer is refused and changes nothing', async () => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    const busy = await school.session({ trainer, startsInHours: 10 })
    const sessionId = await school.session({ trainer, startsInHours: 20 })
    const before = await school.database.classSession.findUnique({ where: { id: sessionId } })
    await expect(
      changeSession(await school.asAdmin(), { sessionId, ...nothing, ...span(10.5) }),
    ).rejects.toMatchObject({
      code: 'conflict',
      details: { collisions: [{ kind: 'trainer', sessionId: busy }] },
    })
    expect(await school.database.classSession.findUnique({ where: { id: sessionId } })).toEqual(before)
    expect(school.sent).toEqual([])
  })

  test('a new trainer with another session then is refused', async () => {
    const school = await createSchool()
    const substitute = await school.person('TRAINER')
    const busy = await school.session({ trainer: substitute, startsInHours: 10 })
    const sessionId = await school.session({ startsInHours: 10.5 })
    const change = { sessionId, ...nothing, trainerId: substitute.id }
    await expect(changeSession(await school.asAdmin(), change)).rejects.toMatchObject({
      details: { collisions: [{ kind: 'trainer', sessionId: busy, people: [{ id: substitute.id }] }] },
    })
  })

  test('a move onto another session of a student is refused, unless overlaps are allowed', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [noor, karim] = await school.people('STUDENT', 2)
    if (!noor || !karim) throw new Error('two students')
    const busy = await school.session({ students: [noor], startsInHours: 10 })
    const sessionId = await school.session({ students: [noor, karim], startsInHours: 20 })
    const move = { sessionId, ...span(9.5) }
    await expect(changeSession(admin, { ...move, ...nothing })).rejects.toMatchObject({
      code: 'conflict',
      details: { collisions: [{ kind: 'student', sessionId: busy, people: [{ id: noor.id }] }] },
    })
    const moved = await changeSession(admin, { ...move, allowOverlap: true })
    expect(moved.startsAt).toBe(move.startsAt.toISOString())
  })

  test('a session does not collide with itself or with a cancelled one', async () => {
    const school = await createSchool()
    const [trainer, student] = [await school.person('TRAINER'), await school.person('STUDENT')]
    await school.session({ trainer, students: [student], startsInHours: 10.2, status: 'cancelled' })
    const sessionId = await school.session({ trainer, students: [student], startsInHours: 10 })
    const moved = changeSession(await school.asAdmin(), { sessionId, ...nothing, ...span(10.5) })
    await expect(moved).resolves.toMatchObject({ status: 'scheduled' })
  })
})

describe('waitlisted students get a seat', () => {
  test('when seats are added, in the order of the waitlist', async () => {
    const school = await createSchool()
    const [holder, first, second] = await school.people('STUDENT', 3)
    if (!holder || !first || !second) throw new Error('three students')
    const sessionId = await school.session({ students: [holder], capacity: 1 })
    const since = Date.now()
    await school.database.waitlistEntry.createMany({
      data: [second, first].map(({ id: studentId }, index) => ({
        sessionId,
        studentId,
        kind: 'online' as const,
        createdAt: new Date(since - index),
      })),
    })
    const changed = await changeSession(await school.asAdmin(), { sessionId, ...nothing, capacity: 2 })
    expect(changed).toMatchObject({ capacity: 2, seatsTaken: 2 })
    const seats = await school.database.seat.findMany({ where: { sessionId } })
    expect(new Set(seats.map(({ studentId }) => studentId))).toEqual(new Set([holder.id, first.id]))
    expect(await school.database.notice.findMany()).toMatchObject([{ userId: first.id, kind: 'seat_given' }])
  })

  test('when the session moves to a time at which they are free', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    await school.session({ students: [noor], startsInHours: 10 })
    const sessionId = await school.session({ startsInHours: 10, capacity: 1 })
    await school.database.waitlistEntry.create({ data: { sessionId, studentId: noor.id, kind: 'online' } })
    const moved = await changeSession(await school.asAdmin(), { sessionId, ...nothing, ...span(12) })
    expect(moved.seatsTaken).toBe(1)
  })
})
