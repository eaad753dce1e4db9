import { describe, expect, test } from 'vitest'
import { changeAssistant } from '#lib/classroom/moderation/change-assistant.ts'
import { removeParticipant } from '#lib/classroom/moderation/remove-participant.ts'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { changesReceived } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { waitForBlockedLock } from '#scripts/testing/lock-waits.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import { grantFloor, takeBackFloor } from './grant-floor.ts'
import { lowerHand, lowerHands } from './lower-hands.ts'
import { raiseHand } from './raise-hand.ts'
import { react } from './react.ts'
import { clearPace, sendPace } from './send-pace.ts'

describe('hands', () => {
  test('are queued in the order in which they were raised, and keep their position', async () => {
    const { school, sessionId, trainer, noor, karim } = await startTestClass()
    const raise = (person: typeof noor) => raiseHand(school.as(person), { sessionId })
    expect(await raise(karim)).toEqual({ position: 1, number: 1 })
    expect(await raise(noor)).toEqual({ position: 2, number: 2 })
    expect(await raise(karim)).toEqual({ position: 1, number: 2 })
    for (const viewer of [trainer, noor, karim]) {
      const { hands, number } = await readRoom(school.as(viewer), { sessionId })
      expect(hands).toMatchObject([
        { userId: karim.id, name: 'Karim', seatKind: 'online' },
        { userId: noor.id, name: 'Noor', seatKind: 'online' },
      ])
      expect(number).toBe(2)
    }
  })

  test('that are raised at the same time get different positions, and everyone sees the same order', async () => {
    const { school, sessionId, enter, trainer, ...rest } = await startTestClass()
    const students = await school.people('STUDENT', 20)
    await school.database.classSession.update({
      where: { id: sessionId },
      data: { capacity: 50, seatsTaken: 22 },
    })
    await school.database.seat.createMany({
      data: students.map(({ id }) => ({ sessionId, studentId: id })),
    })
    const [leila, noor] = [await enter(trainer), await enter(rest.noor)]
    for (const visitor of [leila, noor]) await visitor.waitUntilReachable()
    const answers = await Promise.all(students.map((student) => raiseHand(school.as(student), { sessionId })))
    const { hands } = await readRoom(school.as(trainer), { sessionId })
    expect(new Set(hands.map(({ userId }) => userId))).toEqual(new Set(students.map(({ id }) => id)))
    expect(Math.max(...answers.map(({ position }) => position))).toBe(20)
    for (const visitor of [leila, noor]) {
      await eventually(() => expect(changesReceived(visitor)).toHaveLength(20))
      const told = changesReceived(visitor).flatMap((change) =>
        change.kind === 'hand_raised' ? change.hand.userId : [],
      )
      expect(told).toEqual(hands.map(({ userId }) => userId))
    }
  })

  test('are lowered by their owner and by moderators. Idempotent', async () => {
    const { school, sessionId, trainer, noor, karim } = await startTestClass()
    for (const person of [noor, karim]) await raiseHand(school.as(person), { sessionId })
    await lowerHand(school.as(noor), { sessionId, userId: noor.id })
    await expect(lowerHand(school.as(noor), { sessionId, userId: karim.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(lowerHands(school.as(noor), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await readRoom(school.as(noor), { sessionId })).hands).toMatchObject([{ userId: karim.id }])
    await lowerHands(school.as(trainer), { sessionId })
    await lowerHands(school.as(trainer), { sessionId })
    expect(await readRoom(school.as(noor), { sessionId })).toMatchObject({ hands: [], number: 4 })
    // Lowering an own hand is not audited.
    expect(await school.database.auditEvent.findMany()).toMatchObject([
      { action: 'hands_lowered', actorId: trainer.id, after: { studentIds: [karim.id] } },
    ])
  })

  test('can be raised only by members of the session', async () => {
    const { school, sessionId, noor } = await startTestClass()
    const strangers = [
      await school.person('STUDENT'),
      await school.person('TRAINER'),
      await school.person('ADMIN'),
    ]
    for (const stranger of strangers) {
      await expect(raiseHand(school.as(stranger), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
    }
    await school.database.classSession.update({ where: { id: sessionId }, data: { status: 'completed' } })
    await expect(raiseHand(school.as(noor), { sessionId })).rejects.toMatchObject({
      code: 'session_not_accessible',
    })
  })
})

describe('the floor', () => {
  test('goes to the next in the queue, whose hand is lowered; the previous speaker is muted', async () => {
    const { school, sessionId, trainer, noor, karim, enter, published, until } = await startTestClass()
    for (const person of [karim, noor]) await raiseHand(school.as(person), { sessionId })
    await (await enter(karim)).publish('microphone')
    await until(['Karim microphone'])
    const give = (userId?: typeof noor.id) => grantFloor(school.as(trainer), { sessionId, userId })
    expect(await give()).toMatchObject({ userId: karim.id })
    expect(await readRoom(school.as(noor), { sessionId })).toMatchObject({
      floor: { userId: karim.id, name: 'Karim' },
      hands: [{ userId: noor.id }],
    })
    expect(await published()).toEqual(['Karim microphone'])
    expect(await give()).toMatchObject({ userId: noor.id })
    await until([])
    expect(await give()).toMatchObject({ userId: null })
    expect(await readRoom(school.as(noor), { sessionId })).toMatchObject({
      floor: { userId: noor.id },
      hands: [],
    })
  })

  test('is given and taken back by moderators, or given back by the speaker, and by no other person', async () => {
    const { school, sessionId, trainer, noor, karim } = await startTestClass()
    await expect(grantFloor(school.as(noor), { sessionId, userId: noor.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const stranger = await school.person('STUDENT')
    await expect(grantFloor(school.as(trainer), { sessionId, userId: stranger.id })).rejects.toMatchObject({
      code: 'conflict',
    })
    await grantFloor(school.as(trainer), { sessionId, userId: noor.id })
    await expect(takeBackFloor(school.as(karim), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
    await takeBackFloor(school.as(noor), { sessionId })
    await takeBackFloor(school.as(noor), { sessionId })
    expect((await readRoom(school.as(karim), { sessionId })).floor).toBeNull()
    await grantFloor(school.as(trainer), { sessionId, userId: karim.id })
    await takeBackFloor(school.as(trainer), { sessionId })
    await takeBackFloor(school.as(trainer), { sessionId })
    expect((await readRoom(school.as(karim), { sessionId })).floor).toBeNull()
  })
})

test('the next speaker is a student, even if a trainer who assists raised a hand earlier', async () => {
  const { school, sessionId, trainer, noor } = await startTestClass()
  const colleague = await school.person('TRAINER')
  await changeAssistant(school.as(trainer), {
    sessionId,
    userId: colleague.id,
    assistantPermissions: ['hands'],
  })
  for (const person of [colleague, noor]) await raiseHand(school.as(person), { sessionId })
  expect(await grantFloor(school.as(trainer), { sessionId })).toMatchObject({ userId: noor.id })
  expect(await grantFloor(school.as(trainer), { sessionId })).toMatchObject({ userId: null })
  expect((await readRoom(school.as(noor), { sessionId })).floor).toMatchObject({ userId: noor.id })
})

test('a student whose floor has passed to another student cannot take it back', async () => {
  const { school, sessionId, trainer, noor, karim } = await startTestClass()
  await grantFloor(school.as(trainer), { sessionId, userId: noor.id })
  const { outcome } = await inTransaction(school.as(trainer), async (context) => {
    await grantFloor(context, { sessionId, userId: karim.id })
    const outcome = takeBackFloor(school.as(noor), { sessionId }).catch((error: unknown) => error)
    await waitForBlockedLock(school.database)
    return { outcome }
  })
  expect(await outcome).toMatchObject({ code: 'forbidden' })
  expect((await readRoom(school.as(karim), { sessionId })).floor).toMatchObject({ userId: karim.id })
})

test('the floor cannot be given to a removed student', async () => {
  const { school, sessionId, trainer, noor } = await startTestClass({ begun: true })
  const context = school.as(trainer)
  await removeParticipant(context, { sessionId, userId: noor.id })
  await expect(grantFloor(context, { sessionId, userId: noor.id })).rejects.toMatchObject({
    code: 'conflict',
    reason: 'floorOnlyStudents',
  })
  expect((await readRoom(context, { sessionId })).floor).toBeNull()
})

test('giving the floor to the current speaker changes nothing', async () => {
  const { school, sessionId, trainer, noor, enter, published, until } = await startTestClass()
  const give = () => grantFloor(school.as(trainer), { sessionId, userId: noor.id })
  await give()
  // A participant whose microphone is locked may speak from now on.
  expect(school.sent).toEqual([{ name: 'reconcile-room', payload: { sessionId } }])
  await (await enter(noor)).publish('microphone')
  await until(['Noor microphone'])
  expect(await give()).toMatchObject({ userId: noor.id })
  expect(await published()).toEqual(['Noor microphone'])
  expect(await readRoom(school.as(trainer), { sessionId })).toMatchObject({ number: 1 })
  expect(school.sent).toHaveLength(1)
})

describe('the pace', () => {
  test('is sent only by students, and each student has one', async () => {
    const { school, sessionId, trainer, noor } = await startTestClass()
    await expect(sendPace(school.as(trainer), { sessionId, pace: 'faster' })).rejects.toMatchObject({
      reason: 'paceOnlyStudents',
    })
    for (const pace of ['lost', 'lost', 'faster'] as const)
      await sendPace(school.as(noor), { sessionId, pace })
    expect(await readRoom(school.as(trainer), { sessionId })).toMatchObject({
      number: 2,
      pace: { slower: 0, faster: 1, lost: 0 },
    })
  })

  test('reaches the trainer as counts without names, and no student', async () => {
    const { school, sessionId, trainer, noor, karim, enter } = await startTestClass()
    const [leila, student] = [await enter(trainer), await enter(karim)]
    for (const visitor of [leila, student]) await visitor.waitUntilReachable()
    await sendPace(school.as(noor), { sessionId, pace: 'lost' })
    await sendPace(school.as(karim), { sessionId, pace: 'lost' })
    await sendPace(school.as(karim), { sessionId, pace: 'slower' })
    const counts = { slower: 1, faster: 0, lost: 1 }
    await eventually(() =>
      expect(changesReceived(leila).at(-1)).toEqual({ kind: 'state_patch', patch: { pace: counts } }),
    )
    await eventually(() => expect(changesReceived(student)).toHaveLength(3))
    expect(changesReceived(student)).toEqual([
      { kind: 'not_visible' },
      { kind: 'not_visible' },
      { kind: 'not_visible' },
    ])
    expect(await readRoom(school.as(trainer), { sessionId })).toMatchObject({ pace: counts })
    expect(await readRoom(school.as(karim), { sessionId })).toMatchObject({ pace: null, ownPace: 'slower' })
    await expect(clearPace(school.as(karim), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
    await clearPace(school.as(trainer), { sessionId })
    expect((await readRoom(school.as(trainer), { sessionId })).pace).toEqual({
      slower: 0,
      faster: 0,
      lost: 0,
    })
  })
})

test('a reaction is shown to everyone in the room, and refused from people outside the session', async () => {
  const { school, sessionId, trainer, noor, enter, settle } = await startTestClass()
  await expect(react(school.as(noor), { sessionId, reaction: 'applause' })).rejects.toMatchObject({
    reason: 'reactionsNotStarted',
  })
  const leila = await enter(trainer)
  await settle()
  await leila.waitUntilReachable()
  await react(school.as(noor), { sessionId, reaction: 'applause' })
  const applause = { kind: 'reaction', userId: noor.id, reaction: 'applause' }
  await eventually(() => expect(leila.updates).toContainEqual(applause))
  const stranger = await school.person('STUDENT')
  await expect(react(school.as(stranger), { sessionId, reaction: 'heart' })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
