import { describe, expect, test } from 'vitest'
import { changeAssistant } from '#lib/classroom/moderation/change-assistant.ts'
import { removeParticipant } from '#lib/classroom/moderation/remove-participant.ts'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { classInRoom } from '#scripts/testing/class-in-room.ts'
import { changesIn } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { untilLockIsAwaited } from '#scripts/testing/lock-waits.ts'
import { giveWord, takeWordBack } from './give-word.ts'
import { lowerHand, lowerHands } from './lower-hands.ts'
import { raiseHand } from './raise-hand.ts'
import { react } from './react.ts'
import { clearPace, tellPace } from './tell-pace.ts'

describe('hands', () => {
  test('stand in one line, in the order in which they came, and keep their place', async () => {
    const { school, sessionId, trainer, noor, karim } = await classInRoom()
    const raise = (person: typeof noor) => raiseHand(school.as(person), { sessionId })
    expect(await raise(karim)).toEqual({ place: 1 })
    expect(await raise(noor)).toEqual({ place: 2 })
    expect(await raise(karim)).toEqual({ place: 1 })
    for (const viewer of [trainer, noor, karim]) {
      const { hands, number } = await readRoom(school.as(viewer), { sessionId })
      expect(hands).toMatchObject([
        { userId: karim.id, name: 'Karim', place: 'online' },
        { userId: noor.id, name: 'Noor', place: 'online' },
      ])
      expect(number).toBe(2)
    }
  })

  test('that come at once each get a place of their own, and everybody is told the same order', async () => {
    const { school, sessionId, enter, trainer, ...rest } = await classInRoom()
    const students = await school.people('STUDENT', 20)
    await school.database.classSession.update({
      where: { id: sessionId },
      data: { capacity: 50, seatsTaken: 22 },
    })
    await school.database.seat.createMany({
      data: students.map(({ id }) => ({ sessionId, studentId: id })),
    })
    const [leila, noor] = [await enter(trainer), await enter(rest.noor)]
    for (const visitor of [leila, noor]) await visitor.listens()
    const answers = await Promise.all(students.map((student) => raiseHand(school.as(student), { sessionId })))
    const { hands } = await readRoom(school.as(trainer), { sessionId })
    expect(new Set(hands.map(({ userId }) => userId))).toEqual(new Set(students.map(({ id }) => id)))
    expect(Math.max(...answers.map(({ place }) => place))).toBe(20)
    for (const visitor of [leila, noor]) {
      await eventually(() => expect(changesIn(visitor)).toHaveLength(20))
      const told = changesIn(visitor).flatMap((change) =>
        change.kind === 'hand_raised' ? change.hand.userId : [],
      )
      expect(told).toEqual(hands.map(({ userId }) => userId))
    }
  })

  test('are lowered by who raised them and by who leads; again changes nothing', async () => {
    const { school, sessionId, trainer, noor, karim } = await classInRoom()
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
    // One lowers one's own without a trace.
    expect(await school.database.auditEvent.findMany()).toMatchObject([
      { action: 'hands_lowered', actorId: trainer.id, after: { studentIds: [karim.id] } },
    ])
  })

  test('are for who has a place in the session', async () => {
    const { school, sessionId, noor } = await classInRoom()
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

describe('the word', () => {
  test('goes to the next in line, whose hand is down then; who had it is muted', async () => {
    const { school, sessionId, trainer, noor, karim, enter, published, until } = await classInRoom()
    for (const person of [karim, noor]) await raiseHand(school.as(person), { sessionId })
    await (await enter(karim)).publish('microphone')
    await until(['Karim microphone'])
    const give = (userId?: typeof noor.id) => giveWord(school.as(trainer), { sessionId, userId })
    expect(await give()).toEqual({ userId: karim.id })
    expect(await readRoom(school.as(noor), { sessionId })).toMatchObject({
      word: { userId: karim.id, name: 'Karim' },
      hands: [{ userId: noor.id }],
    })
    expect(await published()).toEqual(['Karim microphone'])
    expect(await give()).toEqual({ userId: noor.id })
    await until([])
    expect(await give()).toEqual({ userId: null })
    expect(await readRoom(school.as(noor), { sessionId })).toMatchObject({
      word: { userId: noor.id },
      hands: [],
    })
  })

  test('is taken back by who leads, or given back by who has it; nobody else gives or takes it', async () => {
    const { school, sessionId, trainer, noor, karim } = await classInRoom()
    await expect(giveWord(school.as(noor), { sessionId, userId: noor.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const stranger = await school.person('STUDENT')
    await expect(giveWord(school.as(trainer), { sessionId, userId: stranger.id })).rejects.toMatchObject({
      code: 'conflict',
    })
    await giveWord(school.as(trainer), { sessionId, userId: noor.id })
    await expect(takeWordBack(school.as(karim), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
    await takeWordBack(school.as(noor), { sessionId })
    await takeWordBack(school.as(noor), { sessionId })
    expect((await readRoom(school.as(karim), { sessionId })).word).toBeNull()
    await giveWord(school.as(trainer), { sessionId, userId: karim.id })
    await takeWordBack(school.as(trainer), { sessionId })
    await takeWordBack(school.as(trainer), { sessionId })
    expect((await readRoom(school.as(karim), { sessionId })).word).toBeNull()
  })
})

test('next is a student, also where a trainer who helps has a hand up before them', async () => {
  const { school, sessionId, trainer, noor } = await classInRoom()
  const colleague = await school.person('TRAINER')
  await changeAssistant(school.as(trainer), {
    sessionId,
    userId: colleague.id,
    assistantPermissions: ['hands'],
  })
  for (const person of [colleague, noor]) await raiseHand(school.as(person), { sessionId })
  expect(await giveWord(school.as(trainer), { sessionId })).toEqual({ userId: noor.id })
  expect(await giveWord(school.as(trainer), { sessionId })).toEqual({ userId: null })
  expect((await readRoom(school.as(noor), { sessionId })).word).toMatchObject({ userId: noor.id })
})

test('who gives back a word that is somebody else’s by then takes it from nobody', async () => {
  const { school, sessionId, trainer, noor, karim } = await classInRoom()
  await giveWord(school.as(trainer), { sessionId, userId: noor.id })
  const { outcome } = await inTransaction(school.as(trainer), async (context) => {
    await giveWord(context, { sessionId, userId: karim.id })
    const outcome = takeWordBack(school.as(noor), { sessionId }).catch((error: unknown) => error)
    await untilLockIsAwaited(school.database)
    return { outcome }
  })
  expect(await outcome).toMatchObject({ code: 'forbidden' })
  expect((await readRoom(school.as(karim), { sessionId })).word).toMatchObject({ userId: karim.id })
})

test('the word goes to no student who was removed, also by name', async () => {
  const { school, sessionId, trainer, noor } = await classInRoom({ begun: true })
  const context = school.as(trainer)
  await removeParticipant(context, { sessionId, userId: noor.id })
  await expect(giveWord(context, { sessionId, userId: noor.id })).rejects.toMatchObject({
    code: 'conflict',
    reason: 'wordOnlyInside',
  })
  expect((await readRoom(context, { sessionId })).word).toBeNull()
})

test('who is given the word that they have goes on speaking, and nobody is told', async () => {
  const { school, sessionId, trainer, noor, enter, published, until } = await classInRoom()
  const give = () => giveWord(school.as(trainer), { sessionId, userId: noor.id })
  await give()
  // A participant whose microphone is locked may speak from now on.
  expect(school.sent).toEqual([{ name: 'reconcile-room', payload: { sessionId } }])
  await (await enter(noor)).publish('microphone')
  await until(['Noor microphone'])
  expect(await give()).toEqual({ userId: noor.id })
  expect(await published()).toEqual(['Noor microphone'])
  expect(await readRoom(school.as(trainer), { sessionId })).toMatchObject({ number: 1 })
  expect(school.sent).toHaveLength(1)
})

describe('the pace', () => {
  test('is told by students alone, and is one word of each', async () => {
    const { school, sessionId, trainer, noor } = await classInRoom()
    await expect(tellPace(school.as(trainer), { sessionId, pace: 'faster' })).rejects.toMatchObject({
      reason: 'paceIsForStudents',
    })
    for (const pace of ['lost', 'lost', 'faster'] as const)
      await tellPace(school.as(noor), { sessionId, pace })
    expect(await readRoom(school.as(trainer), { sessionId })).toMatchObject({
      number: 2,
      pace: { slower: 0, faster: 1, lost: 0 },
    })
  })

  test('gets to the trainer as counts without names, and to no student', async () => {
    const { school, sessionId, trainer, noor, karim, enter } = await classInRoom()
    const [leila, student] = [await enter(trainer), await enter(karim)]
    for (const visitor of [leila, student]) await visitor.listens()
    await tellPace(school.as(noor), { sessionId, pace: 'lost' })
    await tellPace(school.as(karim), { sessionId, pace: 'lost' })
    await tellPace(school.as(karim), { sessionId, pace: 'slower' })
    const counts = { slower: 1, faster: 0, lost: 1 }
    await eventually(() =>
      expect(changesIn(leila).at(-1)).toEqual({ kind: 'parts', parts: { pace: counts } }),
    )
    await eventually(() => expect(changesIn(student)).toHaveLength(3))
    expect(changesIn(student)).toEqual([{ kind: 'quiet' }, { kind: 'quiet' }, { kind: 'quiet' }])
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

test('a reaction is seen by everybody in the room, and comes from nobody outside', async () => {
  const { school, sessionId, trainer, noor, enter, settle } = await classInRoom()
  await expect(react(school.as(noor), { sessionId, reaction: 'applause' })).rejects.toMatchObject({
    reason: 'classNotBegun',
  })
  const leila = await enter(trainer)
  await settle()
  await leila.listens()
  await react(school.as(noor), { sessionId, reaction: 'applause' })
  const applause = { kind: 'reaction', userId: noor.id, reaction: 'applause' }
  await eventually(() => expect(leila.heard).toContainEqual(applause))
  const stranger = await school.person('STUDENT')
  await expect(react(school.as(stranger), { sessionId, reaction: 'heart' })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
