import { describe, expect, test } from 'vitest'
import { issueRoomToken } from '#lib/classroom/entry/issue-room-token.ts'
import { settleNarrowedRooms } from '#lib/classroom/entry/settle-narrowed-rooms.ts'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import { readCredential } from '#lib/identity/sign-in/credential.ts'
import { classInRoom } from '#scripts/testing/class-in-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { admit } from './admit.ts'
import { knock } from './knock.ts'
import { nudge } from './nudge.ts'

async function classByWord() {
  const klass = await classInRoom()
  const { school, sessionId } = klass
  const { classId } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
  await school.database.class.update({ where: { id: classId }, data: { admission: 'word' } })
  function token(person: typeof klass.noor) {
    const credential = readCredential(person.credential)
    if (!credential) throw new Error('not a credential')
    return issueRoomToken({ ...school.system(), credential }, { sessionId })
  }
  return { ...klass, token }
}

describe('by the trainer’s word', () => {
  test('there is no token before; who waits keeps their place, and comes in by one act', async () => {
    const { school, sessionId, trainer, noor, karim, token } = await classByWord()
    await expect(token(noor)).rejects.toMatchObject({ code: 'session_not_accessible' })
    expect(await knock(school.as(noor), { sessionId })).toEqual({ admitted: false, place: 1, waiting: 1 })
    expect(await knock(school.as(karim), { sessionId })).toEqual({ admitted: false, place: 2, waiting: 2 })
    // A reload knocks again.
    expect(await knock(school.as(noor), { sessionId })).toEqual({ admitted: false, place: 1, waiting: 2 })
    const { atTheDoor } = await readRoom(school.as(trainer), { sessionId })
    expect(atTheDoor?.map(({ name }) => name)).toEqual(['Noor', 'Karim'])
    expect((await readRoom(school.as(noor), { sessionId })).atTheDoor).toBeNull()
    expect(await admit(school.as(trainer), { sessionId, userIds: [noor.id] })).toEqual({ admitted: 1 })
    await expect(token(noor)).resolves.toBeDefined()
    await expect(token(karim)).rejects.toMatchObject({ code: 'session_not_accessible' })
    expect(await admit(school.as(trainer), { sessionId })).toEqual({ admitted: 1 })
    expect(await admit(school.as(trainer), { sessionId })).toEqual({ admitted: 0 })
    await expect(token(karim)).resolves.toBeDefined()
    expect(await knock(school.as(karim), { sessionId })).toMatchObject({ admitted: true })
  })

  test('who is silent for long is no longer at the door', async () => {
    const { school, sessionId, trainer, noor } = await classByWord()
    await knock(school.as(noor), { sessionId })
    const later = new Date(Date.now() + 60_000)
    expect((await readRoom(school.as(trainer, later), { sessionId })).atTheDoor).toEqual([])
    expect(await admit(school.as(trainer, later), { sessionId })).toEqual({ admitted: 0 })
  })

  test('who comes in past the door is put out', async () => {
    const { noor, enter, settle } = await classByWord()
    const visitor = await enter(noor)
    await settle()
    await eventually(() => expect(visitor.isInside()).toBe(false))
  })

  test('strangers do not even knock', async () => {
    const { school, sessionId } = await classByWord()
    const knocking = knock(school.as(await school.person('STUDENT')), { sessionId })
    await expect(knocking).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('supervised', () => {
  test('students neither publish nor receive before a trainer is inside, and do from then on', async () => {
    const { school, sessionId, trainer, noor, enter, settle, until, grantsOf } = await classInRoom()
    await (await enter(noor)).publish('microphone')
    await until(['Noor microphone'])
    // No webhook arrives.
    await settleNarrowedRooms(school.system())
    await until([])
    await eventually(async () =>
      expect(await grantsOf(noor)).toMatchObject({ publish: [], subscribe: false }),
    )
    expect((await readRoom(school.as(noor), { sessionId })).begun).toBe(false)
    const leila = await enter(trainer)
    await settleNarrowedRooms(school.system())
    expect((await readRoom(school.as(noor), { sessionId })).begun).toBe(true)
    await eventually(async () =>
      expect(await grantsOf(noor)).toMatchObject({ publish: ['microphone', 'camera'], subscribe: true }),
    )
    // A trainer whose connection breaks is expected back.
    await school.database.stay.create({
      data: {
        sessionId,
        userId: trainer.id,
        roomSid: 'RM_1',
        participantSid: 'PA_1',
        joinedAt: new Date(),
        leftAt: new Date(),
      },
    })
    await leila.leave()
    await eventually(async () => expect(await grantsOf(trainer)).toBeUndefined())
    await settle()
    expect((await readRoom(school.as(noor), { sessionId })).begun).toBe(true)
    await school.database.stay.updateMany({ data: { leftAt: new Date(Date.now() - 3 * 60_000) } })
    await settle()
    expect((await readRoom(school.as(noor), { sessionId })).begun).toBe(false)
  })
})

describe('a nudge', () => {
  test('reaches who is not here, once in a while, and nobody who is', async () => {
    const { school, sessionId, trainer, noor, karim } = await classInRoom()
    await school.database.stay.create({
      data: { sessionId, userId: karim.id, roomSid: 'RM_1', participantSid: 'PA_1', joinedAt: new Date() },
    })
    const now = new Date()
    expect(await nudge(school.as(trainer, now), { sessionId })).toEqual({ nudged: 1 })
    await nudge(school.as(trainer, now), { sessionId })
    expect(await school.database.notice.findMany()).toMatchObject([{ userId: noor.id, kind: 'nudged' }])
    const later = new Date(now.getTime() + 3 * 60_000)
    await nudge(school.as(trainer, later), { sessionId, userIds: [noor.id, karim.id] })
    expect(await school.database.notice.count()).toBe(2)
  })
})
