import { describe, expect, test } from 'vitest'
import { changeClass } from '#lib/classes/change-class.ts'
import { issueRoomToken } from '#lib/classroom/entry/issue-room-token.ts'
import { reconcileRoomsWithReducedRights } from '#lib/classroom/entry/reconcile-rooms-with-reduced-rights.ts'
import { changeAssistant } from '#lib/classroom/moderation/change-assistant.ts'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { parseCredential } from '#lib/identity/sign-in/credential.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { classId as toClassId } from '#lib/kernel/ids.ts'
import { changesReceived } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { waitForBlockedLock, waitUntilDoneOrBlocked } from '#scripts/testing/lock-waits.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import { admit } from './admit.ts'
import { expireEntryRequests } from './expire-entry-requests.ts'
import { requestEntry } from './request-entry.ts'
import { sendReminder } from './send-reminder.ts'

async function classByWord() {
  const klass = await startTestClass()
  const { school, sessionId } = klass
  const { classId } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
  await school.database.class.update({ where: { id: classId }, data: { admission: 'lobby' } })
  function token(person: typeof klass.noor) {
    const credential = parseCredential(person.credential)
    if (!credential) throw new Error('not a credential')
    return issueRoomToken({ ...school.system(), credential }, { sessionId })
  }
  return { ...klass, token }
}

describe('the lobby', () => {
  test('gives a token only after admission; students keep their position until they are admitted', async () => {
    const { school, sessionId, trainer, noor, karim, token } = await classByWord()
    await expect(token(noor)).rejects.toMatchObject({ code: 'session_not_accessible' })
    expect(await requestEntry(school.as(noor), { sessionId })).toEqual({
      admitted: false,
      position: 1,
      waiting: 1,
    })
    expect(await requestEntry(school.as(karim), { sessionId })).toEqual({
      admitted: false,
      position: 2,
      waiting: 2,
    })
    // A reload requests entry again.
    expect(await requestEntry(school.as(noor), { sessionId })).toEqual({
      admitted: false,
      position: 1,
      waiting: 2,
    })
    const { lobby, number } = await readRoom(school.as(trainer), { sessionId })
    expect(number).toBe(2)
    expect(lobby?.map(({ name }) => name)).toEqual(['Noor', 'Karim'])
    // The room state is hidden until admission.
    await expect(readRoom(school.as(noor), { sessionId })).rejects.toMatchObject({
      code: 'session_not_accessible',
    })
    expect(await admit(school.as(trainer), { sessionId, userIds: [noor.id] })).toMatchObject({ admitted: 1 })
    await expect(token(noor)).resolves.toBeDefined()
    expect((await readRoom(school.as(noor), { sessionId })).lobby).toBeNull()
    await expect(token(karim)).rejects.toMatchObject({ code: 'session_not_accessible' })
    expect(await admit(school.as(trainer), { sessionId })).toMatchObject({ admitted: 1 })
    expect(await admit(school.as(trainer), { sessionId })).toMatchObject({ admitted: 0 })
    expect(await admit(school.as(trainer), { sessionId, userIds: [noor.id] })).toMatchObject({ admitted: 0 })
    await expect(token(karim)).resolves.toBeDefined()
    expect(await requestEntry(school.as(karim), { sessionId })).toMatchObject({ admitted: true })
  })

  test('drops a student who stops requesting entry', async () => {
    const { school, sessionId, trainer, noor } = await classByWord()
    await requestEntry(school.as(noor), { sessionId })
    const later = new Date(Date.now() + MINUTE_MS)
    expect((await readRoom(school.as(trainer, later), { sessionId })).lobby).toEqual([])
    expect(await admit(school.as(trainer, later), { sessionId })).toMatchObject({ admitted: 0 })
  })

  test('is visible to assistants who may admit, and to no other assistant', async () => {
    const { school, sessionId, trainer, noor, karim, enter } = await classByWord()
    const yuki = await school.person('STUDENT', 'Yuki')
    await school.database.seat.create({ data: { sessionId, studentId: yuki.id } })
    const context = school.as(trainer)
    await changeAssistant(context, { sessionId, userId: noor.id, assistantPermissions: ['admit'] })
    await changeAssistant(context, { sessionId, userId: karim.id, assistantPermissions: ['hands', 'mute'] })
    const [admits, other] = [await enter(noor), await enter(karim)]
    for (const visitor of [admits, other]) await visitor.waitUntilReachable()
    await requestEntry(school.as(yuki), { sessionId })
    await eventually(() =>
      expect(changesReceived(admits).at(-1)).toMatchObject({ patch: { lobby: [{ userId: yuki.id }] } }),
    )
    await eventually(() => expect(changesReceived(other).at(-1)).toEqual({ kind: 'not_visible' }))
    expect((await readRoom(school.as(noor), { sessionId })).lobby).toHaveLength(1)
    expect((await readRoom(school.as(karim), { sessionId })).lobby).toBeNull()
  })

  test('updates the trainer when a student has given up', async () => {
    const { school, sessionId, trainer, noor, karim, enter } = await classByWord()
    const leila = await enter(trainer)
    await leila.waitUntilReachable()
    await requestEntry(school.as(noor), { sessionId })
    await requestEntry(school.as(karim, new Date(Date.now() + 30_000)), { sessionId })
    await expireEntryRequests(school.system(new Date(Date.now() + MINUTE_MS)))
    await eventually(() =>
      expect(changesReceived(leila).at(-1)).toMatchObject({
        kind: 'state_patch',
        patch: { lobby: [{ userId: karim.id }] },
      }),
    )
  })

  test('when set during the class, keeps the current participants, but not former participants', async () => {
    const { school, sessionId, trainer, noor, karim, enter, settle } = await startTestClass({ begun: true })
    const { classId } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    const [leila, visitor] = [await enter(trainer), await enter(noor)]
    await settle()
    const now = new Date()
    const of = { sessionId, roomSid: 'RM_1', joinedAt: now }
    await school.database.presence.createMany({
      data: [
        { ...of, userId: noor.id, participantSid: 'PA_1' },
        { ...of, userId: karim.id, participantSid: 'PA_2', leftAt: now },
      ],
    })
    await changeClass(await school.asAdmin(), {
      classId: toClassId.parse(classId),
      admission: 'lobby',
    })
    // With an older token; no webhook arrives.
    const late = await enter(karim)
    await reconcileRoomsWithReducedRights(school.system())
    await eventually(() => expect(late.isInside()).toBe(false))
    expect([leila.isInside(), visitor.isInside()]).toEqual([true, true])
  })

  test('removes a participant who was not admitted', async () => {
    const { noor, enter, settle } = await classByWord()
    const visitor = await enter(noor)
    await settle()
    await eventually(() => expect(visitor.isInside()).toBe(false))
  })

  test('refuses entry requests from people without a seat, and does not admit them', async () => {
    const { school, sessionId, trainer } = await classByWord()
    const stranger = await school.person('STUDENT')
    const knocking = requestEntry(school.as(stranger), { sessionId })
    await expect(knocking).rejects.toMatchObject({ code: 'forbidden' })
    const admitted = await admit(school.as(trainer), { sessionId, userIds: [stranger.id] })
    expect(admitted).toMatchObject({ admitted: 0 })
    expect(await school.database.roomMember.count()).toBe(0)
  })

  test('keeps a student whose repeated request is committed before the lobby expires', async () => {
    const { school, sessionId, trainer, noor, enter } = await classByWord()
    await enter(trainer)
    await requestEntry(school.as(noor), { sessionId })
    const later = new Date(Date.now() + MINUTE_MS)
    const { forgetting } = await inTransaction(school.as(noor, later), async (context) => {
      await requestEntry(context, { sessionId })
      const forgetting = expireEntryRequests(school.system(later))
      await waitForBlockedLock(school.database)
      return { forgetting }
    })
    await forgetting
    const { lobby } = await readRoom(school.as(trainer, later), { sessionId })
    expect(lobby).toMatchObject([{ userId: noor.id }])
  })
})

describe('a supervised class', () => {
  test('tells students that they may take part when its admission changes to open without a trainer inside', async () => {
    const { school, sessionId, noor, enter, settle, grantsOf } = await startTestClass()
    const { classId } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    const visitor = await enter(noor)
    await settle()
    await visitor.waitUntilReachable()
    await school.database.presence.create({
      data: { sessionId, userId: noor.id, roomSid: 'RM_1', participantSid: 'PA_1', joinedAt: new Date() },
    })
    await changeClass(await school.asAdmin(), { classId: toClassId.parse(classId), admission: 'open' })
    await eventually(() =>
      expect(changesReceived(visitor).at(-1)).toEqual({ kind: 'state_patch', patch: { classStarted: true } }),
    )
    expect(school.sent).toContainEqual({ name: 'reconcile-room', payload: { sessionId } })
    await settle()
    await eventually(async () => expect(await grantsOf(noor)).toMatchObject({ subscribe: true }))
  })

  test('lets students publish and receive only once a trainer is inside', async () => {
    const { school, sessionId, trainer, noor, enter, settle, until, grantsOf } = await startTestClass()
    await (await enter(noor)).publish('microphone')
    await until(['Noor microphone'])
    // No webhook arrives.
    await reconcileRoomsWithReducedRights(school.system())
    await until([])
    await eventually(async () =>
      expect(await grantsOf(noor)).toMatchObject({ publish: [], subscribe: false }),
    )
    expect((await readRoom(school.as(noor), { sessionId })).classStarted).toBe(false)
    const leila = await enter(trainer)
    await reconcileRoomsWithReducedRights(school.system())
    expect((await readRoom(school.as(noor), { sessionId })).classStarted).toBe(true)
    await eventually(async () =>
      expect(await grantsOf(noor)).toMatchObject({ publish: ['microphone', 'camera'], subscribe: true }),
    )
    // A trainer whose connection breaks is expected back.
    await school.database.presence.create({
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
    expect((await readRoom(school.as(noor), { sessionId })).classStarted).toBe(true)
    await school.database.presence.updateMany({ data: { leftAt: new Date(Date.now() - 3 * MINUTE_MS) } })
    await settle()
    expect((await readRoom(school.as(noor), { sessionId })).classStarted).toBe(false)
  })
})

describe('a reminder', () => {
  test('reaches absent students only, and at most once per interval', async () => {
    const { school, sessionId, trainer, noor, karim } = await startTestClass()
    await school.database.presence.create({
      data: { sessionId, userId: karim.id, roomSid: 'RM_1', participantSid: 'PA_1', joinedAt: new Date() },
    })
    const now = new Date()
    expect(await sendReminder(school.as(trainer, now), { sessionId })).toEqual({ reminded: 1 })
    await sendReminder(school.as(trainer, now), { sessionId })
    expect(await school.database.notice.findMany()).toMatchObject([
      { userId: noor.id, kind: 'trainer_reminder' },
    ])
    const later = new Date(now.getTime() + 3 * MINUTE_MS)
    await sendReminder(school.as(trainer, later), { sessionId, userIds: [noor.id, karim.id] })
    expect(await school.database.notice.count()).toBe(2)
  })

  test('is sent once when requested twice at the same time', async () => {
    const { school, sessionId, trainer, noor } = await startTestClass()
    const context = school.as(trainer)
    const { other } = await inTransaction(context, async (first) => {
      await sendReminder(first, { sessionId, userIds: [noor.id] })
      const other = sendReminder(context, { sessionId, userIds: [noor.id] })
      await waitUntilDoneOrBlocked(school.database, other)
      return { other }
    })
    await other
    expect(await school.database.notice.count()).toBe(1)
  })

  test('does not reach removed students and people without a seat', async () => {
    const { school, sessionId, trainer, noor } = await startTestClass()
    await school.database.removal.create({ data: { sessionId, userId: noor.id } })
    const userIds = [noor.id, (await school.person('STUDENT')).id]
    expect(await sendReminder(school.as(trainer), { sessionId, userIds })).toEqual({ reminded: 0 })
    expect(await school.database.notice.count()).toBe(0)
  })

  test('is sent once across two intervals, and the count includes only the students it reached', async () => {
    const { school, sessionId, trainer, noor, karim } = await startTestClass()
    const turn = Math.ceil(Date.now() / (2 * MINUTE_MS)) * 2 * MINUTE_MS
    const at = (milliseconds: number) => school.as(trainer, new Date(turn + milliseconds))
    expect(await sendReminder(at(-1_000), { sessionId, userIds: [noor.id] })).toEqual({ reminded: 1 })
    expect(await sendReminder(at(1_000), { sessionId })).toEqual({ reminded: 1 })
    expect(await sendReminder(at(2_000), { sessionId })).toEqual({ reminded: 0 })
    const told = await school.database.notice.findMany({ select: { userId: true } })
    expect(told.map(({ userId }) => userId).sort()).toEqual([noor.id, karim.id].sort())
  })

  test('to everyone skips in-person students', async () => {
    const { school, sessionId, trainer, noor } = await startTestClass()
    await school.database.seat.updateMany({ where: { studentId: noor.id }, data: { kind: 'in_person' } })
    expect(await sendReminder(school.as(trainer), { sessionId })).toEqual({ reminded: 1 })
    expect(await school.database.notice.count({ where: { userId: noor.id } })).toBe(0)
    expect(await sendReminder(school.as(trainer), { sessionId, userIds: [noor.id] })).toEqual({ reminded: 1 })
  })
})
