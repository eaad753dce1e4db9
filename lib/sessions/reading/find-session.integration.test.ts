import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/context/actor.ts'
import { type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { findNextSession } from './find-next-session.ts'
import { findSession } from './find-session.ts'
import { listLiveSessions } from './list-live-sessions.ts'

/** Records people as present in the session's room. */
async function inside(school: School, sessionId: SessionId, people: Actor[], leftAt: Date | null = null) {
  for (const { id: userId } of people) {
    const participantSid = `PA_${crypto.randomUUID()}`
    const data = { sessionId, userId, roomSid: 'RM', participantSid, joinedAt: new Date(), leftAt }
    await school.database.presence.create({ data })
  }
}

describe('one session', () => {
  test('its trainer and admins see who has a seat, is inside or removed; students do not', async () => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    const [adam, noor] = [await school.person('STUDENT', 'Adam'), await school.person('STUDENT', 'Noor')]
    const sessionId = await school.session({ trainer, students: [noor, adam], status: 'in_progress' })
    await inside(school, sessionId, [trainer, noor])
    await inside(school, sessionId, [adam], new Date())
    await school.database.removal.create({ data: { sessionId, userId: adam.id } })
    for (const context of [school.as(trainer), await school.asAdmin()]) {
      expect(await findSession(context, { sessionId })).toMatchObject({
        trainerInside: true,
        seats: [
          { id: adam.id, name: 'Adam', inside: false, removed: true },
          { id: noor.id, name: 'Noor', inside: true, removed: false },
        ],
      })
    }
    const forNoor = await findSession(school.as(noor), { sessionId })
    expect(forNoor).toMatchObject({ trainerInside: true, seats: null, seatsTaken: 2 })
  })

  test('seat, removal and abilities are those of the user', async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
    const sessionId = await school.session({
      students: [noor],
      inPersonStudents: [karim],
      waitlistedInPerson: [noor],
      status: 'in_progress',
    })
    await school.database.roomMember.create({
      data: { sessionId, userId: noor.id, assistantPermissions: ['mute'] },
    })
    await school.database.removal.create({ data: { sessionId, userId: karim.id, reason: 'Was loud' } })
    const forNoor = await findSession(school.as(noor), { sessionId })
    expect(forNoor).toMatchObject({
      seat: { kind: 'online', waitlistedFor: 'in_person' },
      removal: null,
      abilities: { canJoin: true, canMute: true },
    })
    expect(forNoor.joinRefusal).toBeUndefined()
    expect(await findSession(school.as(karim), { sessionId })).toMatchObject({
      seat: { kind: 'in_person', waitlistedFor: null },
      removal: { reason: 'Was loud' },
      joinRefusal: 'removed',
      abilities: { canJoin: false, canMute: false },
    })
  })

  test('users without access are refused, and an unknown session is not found', async () => {
    const school = await createSchool()
    const sessionId = await school.session()
    for (const role of ['STUDENT', 'TRAINER'] as const) {
      const stranger = school.as(await school.person(role))
      await expect(findSession(stranger, { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
      const unknown = { sessionId: toSessionId.parse(crypto.randomUUID()) }
      await expect(findSession(stranger, unknown)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('has its number in the class, in which cancelled sessions do not count', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const inClass = await school.course()
    await school.session({ classId: inClass, startsInHours: -20, status: 'completed' })
    await school.session({ classId: inClass, startsInHours: 10, status: 'cancelled' })
    const sessionId = await school.session({ classId: inClass, startsInHours: 20 })
    await school.session({ classId: inClass, startsInHours: 30 })
    expect(await findSession(admin, { sessionId })).toMatchObject({ number: 2, sessionCount: 3 })
  })
})

describe('the next session', () => {
  test('is the running one, even if another has an earlier start; else the next; else none', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const context = school.as(student)
    expect(await findNextSession(context)).toBeNull()
    await school.session({ students: [student], startsInHours: -30 })
    await school.session({ students: [student], startsInHours: 2, status: 'cancelled' })
    await school.session({ students: [student], startsInHours: -3, status: 'completed' })
    await school.session({ startsInHours: 0.5 })
    expect(await findNextSession(context)).toBeNull()
    const late = await school.session({ students: [student], startsInHours: -0.5 })
    await school.session({ students: [student], startsInHours: 5 })
    expect(await findNextSession(context)).toMatchObject({ id: late, seats: null })
    const running = await school.session({ students: [student], startsInHours: 1, status: 'in_progress' })
    expect(await findNextSession(context)).toMatchObject({ id: running })
  })

  test('of a trainer is one of their own', async () => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    await school.session({ startsInHours: 1 })
    const own = await school.session({ trainer, startsInHours: 2 })
    expect(await findNextSession(school.as(trainer))).toMatchObject({ id: own })
  })
})

describe('live now', () => {
  test('counts people, not connections, and shows users only their own sessions', async () => {
    const school = await createSchool()
    const trainer = await school.person('TRAINER')
    const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
    const own = await school.session({
      trainer,
      students: [noor, karim],
      status: 'in_progress',
      startsInHours: -1,
    })
    const others = await school.session({ status: 'in_progress', startsInHours: -2 })
    await school.session({ trainer, students: [noor], startsInHours: 3 })
    await inside(school, own, [trainer, noor, noor])
    await inside(school, own, [karim], new Date())
    for (const actor of [trainer, noor]) {
      expect(await listLiveSessions(school.as(actor))).toMatchObject([{ id: own, inside: 2 }])
    }
    const all = await listLiveSessions(await school.asAdmin())
    expect(all.map(({ id, inside }) => [id, inside])).toEqual([
      [others, 0],
      [own, 2],
    ])
  })
})
