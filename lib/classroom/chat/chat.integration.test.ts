import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { changeAssistant } from '#lib/classroom/moderation/change-assistant.ts'
import { changeLocks } from '#lib/classroom/moderation/change-locks.ts'
import { removeParticipant } from '#lib/classroom/moderation/remove-participant.ts'
import { exportMessages } from '#lib/exports/export-messages.ts'
import { DAY_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import { afterFirstRead } from '#scripts/testing/after-first-read.ts'
import { changesReceived, type RoomClient } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { readLines } from '#scripts/testing/read-lines.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import { listMessagesEndpoint, reviewMessagesEndpoint } from './api.ts'
import { eraseMessages } from './erase-messages.ts'
import { listMessages } from './list-messages.ts'
import { removeMessage } from './remove-message.ts'
import { reviewMessages } from './review-messages.ts'
import { sendMessage } from './send-message.ts'

type Class = Awaited<ReturnType<typeof startTestClass>>
type Person = Class['noor']

function chatOf({ school, sessionId }: Class) {
  const send = (
    person: Person,
    text: string,
    more: { id?: string; privateWith?: Person; replyToId?: string; mentions?: Person[] } = {},
  ) =>
    sendMessage(school.as(person), {
      sessionId,
      id: more.id ?? randomUUID(),
      text,
      privateWith: more.privateWith?.id,
      replyToId: more.replyToId,
      mentions: (more.mentions ?? []).map((person) => person.id),
    })
  const read = async (person: Person, asked: { since?: number; before?: number; limit?: number } = {}) =>
    listMessages(school.as(person), { sessionId, limit: 50, ...asked })
  const texts = async (person: Person) => (await read(person)).items.map(({ text }) => text)
  return { send, read, texts }
}

function chatUpdate(visitor: RoomClient): string[] {
  return changesReceived(visitor).map((change) =>
    change.kind === 'message' ? (change.message.text ?? '') : change.kind,
  )
}

describe('a message to all', () => {
  test('is read by everyone in the same order, also by latecomers, and is published at once', async () => {
    const klass = await startTestClass({ begun: true })
    const { send, texts } = chatOf(klass)
    const visitor = await klass.enter(klass.karim)
    await send(klass.noor, 'Does default still narrow?')
    await send(klass.trainer, 'Try it.')
    for (const person of [klass.trainer, klass.noor, klass.karim]) {
      expect(await texts(person)).toEqual(['Does default still narrow?', 'Try it.'])
    }
    await eventually(() => expect(chatUpdate(visitor)).toEqual(['Does default still narrow?', 'Try it.']))
  })

  test('is stored once when sent 20 times at once, and its id cannot be reused by another person', async () => {
    const klass = await startTestClass({ begun: true })
    const { send, texts } = chatOf(klass)
    const id = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(klass.noor, 'Once', { id })))
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
    expect(await texts(klass.karim)).toEqual(['Once'])
    await expect(send(klass.karim, 'Mine', { id })).rejects.toMatchObject({ code: 'conflict' })
    expect(await texts(klass.karim)).toEqual(['Once'])
  })

  test('sent at the same time as others keeps its place in the order; pages and later changes are complete', async () => {
    const klass = await startTestClass({ begun: true })
    const { send, read } = chatOf(klass)
    await Promise.all(Array.from({ length: 30 }, (_, index) => send(klass.noor, `Message ${index}`)))
    const all = (await read(klass.karim)).items
    expect(all).toHaveLength(30)
    const latest = await read(klass.karim, { limit: 20 })
    const earlier = await read(klass.karim, { limit: 20, before: latest.items[0]?.number })
    expect([...earlier.items, ...latest.items]).toEqual(all)
    expect([latest.hasMore, earlier.hasMore]).toEqual([true, false])
    let since = 0
    const caughtUp: typeof all = []
    for (let more = true; more; ) {
      const page = await read(klass.karim, { since, limit: 7 })
      caughtUp.push(...page.items)
      since = page.number
      more = page.hasMore
    }
    expect(caughtUp).toEqual(all)
  })

  test('that is sent during a read is in this page or the next one', async () => {
    const klass = await startTestClass({ begun: true })
    const { school, sessionId, noor, karim } = klass
    const { send, read } = chatOf(klass)
    await send(noor, 'Hello')
    for (const asked of [{}, { since: 0 }]) {
      const database = afterFirstRead(school.database, ['classroom', 'message'], () =>
        send(karim, 'Meanwhile'),
      )
      const context = { ...school.as(noor), database }
      const page = await listMessages(context, { sessionId, limit: 50, ...asked })
      const next = await read(noor, { since: page.number })
      const ids = new Set([...page.items, ...next.items].map(({ id }) => id))
      expect(ids.size).toBe(await school.database.message.count())
    }
  })

  test('can be sent only by members of an open session, and read also after it', async () => {
    const klass = await startTestClass({ begun: true })
    const { send, texts, read } = chatOf(klass)
    await send(klass.noor, 'Hello')
    for (const stranger of [await klass.school.person('STUDENT'), await klass.school.person('TRAINER')]) {
      await expect(send(stranger, 'Hi')).rejects.toMatchObject({ code: 'forbidden' })
      await expect(read(stranger)).rejects.toMatchObject({ code: 'forbidden' })
    }
    await klass.school.database.classSession.update({
      where: { id: klass.sessionId },
      data: { status: 'completed' },
    })
    await expect(send(klass.noor, 'Too late')).rejects.toMatchObject({ code: 'session_not_accessible' })
    const { id } = await klass.school.database.message.findFirstOrThrow()
    await expect(send(klass.noor, 'Hello', { id })).rejects.toMatchObject({ code: 'session_not_accessible' })
    expect(await texts(klass.karim)).toEqual(['Hello'])
  })

  test('is refused while the chat is locked, except from the trainer and excepted students, or to the trainer', async () => {
    const klass = await startTestClass({ begun: true })
    const { school, sessionId, trainer, noor, karim } = klass
    const { send } = chatOf(klass)
    const before = await send(noor, 'Before the lock')
    await changeLocks(school.as(trainer), {
      sessionId,
      locks: { chat: true },
      exceptions: [{ userId: karim.id, lock: 'chat', excepted: true }],
    })
    await expect(send(noor, 'May I?')).rejects.toMatchObject({ code: 'conflict', reason: 'chatLocked' })
    expect(await send(noor, 'Sent again', { id: before.id })).toEqual(before)
    await send(noor, 'May I?', { privateWith: noor })
    await send(karim, 'I may.')
    await send(trainer, 'So may I.')
  })
})

describe('a private message', () => {
  test('is visible only to the student and the trainers; other people cannot read, receive or answer it', async () => {
    const klass = await startTestClass({ begun: true })
    const { school, sessionId, trainer, noor, karim } = klass
    const { send, read, texts } = chatOf(klass)
    await changeAssistant(school.as(trainer), {
      sessionId,
      userId: karim.id,
      assistantPermissions: ['messages'],
    })
    const [visitor, leila] = [await klass.enter(karim), await klass.enter(trainer)]
    const { id } = await send(noor, 'I have to leave early.', { privateWith: noor })
    await send(trainer, 'Fine.', { privateWith: noor, replyToId: id })
    for (const person of [noor, trainer])
      expect(await texts(person)).toEqual(['I have to leave early.', 'Fine.'])
    expect(await texts(karim)).toEqual([])
    expect((await read(karim, { since: 0 })).items).toEqual([])
    // An admin can read it only in a review, which is audited.
    const { items } = await listMessages(await school.asAdmin(), { sessionId, limit: 50 })
    expect(items).toEqual([])
    await eventually(() => expect(chatUpdate(leila)).toContain('Fine.'))
    // The change of assistants is published to everyone.
    const heardBy = (person: RoomClient) => chatUpdate(person).filter((told) => told !== 'state_patch')
    await eventually(() => expect(heardBy(visitor)).toEqual(['not_visible', 'not_visible']))
    for (const [person, privateWith] of [
      [karim, undefined],
      [karim, karim],
      [noor, undefined],
      [trainer, karim],
    ] as const) {
      const answering = send(person, 'What?', { replyToId: id, privateWith })
      await expect(answering).rejects.toMatchObject({ code: 'conflict' })
    }
    await expect(send(karim, 'Psst', { privateWith: noor })).rejects.toMatchObject({ code: 'forbidden' })
    const stranger = await school.person('STUDENT')
    await expect(send(trainer, 'Psst', { privateWith: stranger })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const removing = removeMessage(school.as(karim), { sessionId, messageId: id })
    await expect(removing).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('mentions of people in the session are kept, and a reply quotes its message', async () => {
  const klass = await startTestClass({ begun: true })
  const { send, read } = chatOf(klass)
  const { noor, karim, trainer, school } = klass
  const stranger = await school.person('STUDENT')
  const question = await send(noor, 'Is it right,\n@Karim?', { mentions: [karim, stranger, karim] })
  expect(question.mentions).toEqual([{ id: karim.id, name: 'Karim' }])
  const answer = await send(karim, 'Ask @Leïla.', { replyToId: question.id, mentions: [trainer] })
  expect(answer).toMatchObject({
    mentions: [{ id: trainer.id, name: 'Leïla' }],
    replyTo: { id: question.id, author: { id: noor.id, name: 'Noor' }, text: 'Is it right, @Karim?' },
  })
  await removeMessage(school.as(noor), { sessionId: klass.sessionId, messageId: question.id })
  const [first, second] = (await read(karim)).items
  expect(first).toMatchObject({ text: null, removedBy: { id: noor.id, name: 'Noor' } })
  expect(second?.replyTo).toMatchObject({ id: question.id, text: null })
  // A review shows the removed text.
  const review = await reviewMessages(await school.asAdmin(), { sessionId: klass.sessionId, limit: 50 })
  expect(review.items[1]?.replyTo?.text).toBe('Is it right, @Karim?')
})

test('a message cannot be answered or removed in another session', async () => {
  const klass = await startTestClass({ begun: true })
  const { school, trainer, noor } = klass
  const { send, texts } = chatOf(klass)
  const { id } = await send(noor, 'Only here')
  const inClass = await school.course('ONLINE', 5, { admission: 'open' })
  const sessionId = await school.session({ classId: inClass, trainer, students: [noor], startsInHours: 5 })
  const elsewhere = chatOf({ ...klass, sessionId })
  await expect(elsewhere.send(trainer, 'There?', { replyToId: id })).rejects.toMatchObject({
    reason: 'replyElsewhere',
  })
  await expect(elsewhere.send(noor, 'Only here', { id })).rejects.toMatchObject({ reason: 'messageIdTaken' })
  const removing = removeMessage(school.as(trainer), { sessionId, messageId: id })
  await expect(removing).rejects.toMatchObject({ code: 'not_found' })
  expect(await texts(noor)).toEqual(['Only here'])
})

test('a message to everyone can be answered in private', async () => {
  const klass = await startTestClass({ begun: true })
  const { send, texts } = chatOf(klass)
  const { id } = await send(klass.noor, 'Is it right?')
  await send(klass.trainer, 'Very good.', { replyToId: id, privateWith: klass.noor })
  expect(await texts(klass.noor)).toEqual(['Is it right?', 'Very good.'])
  expect(await texts(klass.karim)).toEqual(['Is it right?'])
})

test('before the class has started, students can write only to the trainer', async () => {
  const klass = await startTestClass()
  const { send, texts } = chatOf(klass)
  await expect(send(klass.noor, 'Anybody here?')).rejects.toMatchObject({ reason: 'classNotStarted' })
  await send(klass.noor, 'I am here', { privateWith: klass.noor })
  await send(klass.trainer, 'In a minute')
  expect(await texts(klass.noor)).toEqual(['I am here', 'In a minute'])
  expect(await texts(klass.karim)).toEqual(['In a minute'])
})

test('a student in the lobby reads no messages until admitted', async () => {
  const klass = await startTestClass({ begun: true })
  const { school, sessionId, noor, karim } = klass
  const { send, texts, read } = chatOf(klass)
  await send(noor, 'Hello')
  const { classId } = await school.database.classSession.findUniqueOrThrow({ where: { id: sessionId } })
  await school.database.class.update({ where: { id: classId }, data: { admission: 'lobby' } })
  for (const act of [() => read(karim), () => read(karim, { since: 0 }), () => send(karim, 'Hi')]) {
    await expect(act()).rejects.toMatchObject({ code: 'session_not_accessible' })
  }
  expect(await texts(klass.trainer)).toEqual(['Hello'])
  await school.database.roomMember.create({ data: { sessionId, userId: karim.id, admittedAt: new Date() } })
  expect(await texts(karim)).toEqual(['Hello'])
})

test.each([listMessagesEndpoint.query, reviewMessagesEndpoint.query])(
  'impossible change numbers are refused',
  (query) => {
    const fields = ['before', 'since', 'cursor'].filter((field) => field in query.shape)
    for (const field of fields)
      for (const value of ['2147483648', '-1', '1.5', 'x'])
        expect(query.safeParse({ [field]: value }).success).toBe(false)
  },
)

describe('removing', () => {
  test('hides the text from everyone; students remove only their own messages, and an admin can still read the text', async () => {
    const klass = await startTestClass({ begun: true })
    const { school, sessionId, trainer, noor, karim } = klass
    const { send, texts, read } = chatOf(klass)
    const [own, others] = [await send(noor, 'Oops'), await send(karim, 'Rude')]
    const remove = (person: Person, messageId: string) =>
      removeMessage(school.as(person), { sessionId, messageId })
    const since = (await read(noor)).number
    await remove(noor, own.id)
    await expect(remove(noor, others.id)).rejects.toMatchObject({ code: 'forbidden' })
    await remove(trainer, others.id)
    await remove(trainer, others.id)
    expect(await texts(karim)).toEqual([null, null])
    expect((await read(noor, { since })).items.map(({ id }) => id)).toEqual([own.id, others.id])
    const admin = await school.asAdmin()
    const review = await reviewMessages(admin, { sessionId, limit: 50 })
    expect(review.items.map(({ text }) => text)).toEqual(['Oops', 'Rude'])
    await expect(reviewMessages(school.as(trainer), { sessionId, limit: 50 })).rejects.toMatchObject({
      code: 'forbidden',
    })
    // Repeated reads are one view, also at the same time; a read on another day is a new view.
    const again = () => reviewMessages(admin, { sessionId, limit: 50 })
    await Promise.all([again(), again()])
    const tomorrow = new Date(Date.now() + DAY_MS)
    const then = () => reviewMessages({ ...admin, now: tomorrow }, { sessionId, limit: 50 })
    await Promise.all([then(), then(), then()])
    const trail = await school.database.auditEvent.findMany({ orderBy: { at: 'asc' } })
    expect(trail.map(({ action }) => action)).toEqual(['message_removed', 'chat_reviewed', 'chat_reviewed'])
  })

  test('an own message is possible for 10 minutes', async () => {
    const klass = await startTestClass({ begun: true })
    const { send } = chatOf(klass)
    const { id } = await send(klass.noor, 'Old')
    const later = klass.school.as(klass.noor, new Date(Date.now() + 11 * MINUTE_MS))
    const removing = removeMessage(later, { sessionId: klass.sessionId, messageId: id })
    await expect(removing).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('a removed student cannot read, write or remove messages', async () => {
  const klass = await startTestClass({ begun: true })
  const { send, read } = chatOf(klass)
  const { id: messageId } = await send(klass.noor, 'Rude')
  await removeParticipant(klass.school.as(klass.trainer), {
    sessionId: klass.sessionId,
    userId: klass.noor.id,
  })
  await expect(send(klass.noor, 'Hello')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(read(klass.noor)).rejects.toMatchObject({ code: 'forbidden' })
  const removing = removeMessage(klass.school.as(klass.noor), { sessionId: klass.sessionId, messageId })
  await expect(removing).rejects.toMatchObject({ code: 'forbidden' })
})

test('erasing a person deletes the text of their messages and keeps the empty messages', async () => {
  const klass = await startTestClass({ begun: true })
  const { school, sessionId, noor, karim } = klass
  const { send } = chatOf(klass)
  const { id: messageId } = await send(noor, 'Oops')
  for (const person of [noor, karim]) await send(person, 'Hello')
  const earlier = new Date(Date.now() + MINUTE_MS)
  await removeMessage(school.as(noor, earlier), { sessionId, messageId })
  const now = new Date(Date.now() + 2 * MINUTE_MS)
  await eraseMessages(school.system(now), noor.id)
  expect(await school.database.message.findMany({ orderBy: { number: 'asc' } })).toMatchObject([
    { text: '', removedAt: earlier },
    { text: '', removedAt: now },
    { text: 'Hello', removedAt: null },
  ])
})

test('the trainer can export all messages that were not removed', async () => {
  const klass = await startTestClass({ begun: true })
  const { school, sessionId, trainer, noor } = klass
  const { send } = chatOf(klass)
  const { id } = await send(noor, 'Oops')
  await removeMessage(school.as(noor), { sessionId, messageId: id })
  await send(noor, '=1+1')
  await send(trainer, 'Only you', { privateWith: noor })
  const rows = await readLines(await exportMessages(school.as(trainer), { sessionId }))
  expect(rows[0]).toBe('at,author,privateWith,text,userId,email,privateWithUserId,privateWithEmail')
  expect(rows.join('\n')).toContain(`Noor,,'=1+1,${noor.id},${noor.email},,`)
  expect(rows.join('\n')).toContain(
    `Leïla,Noor,Only you,${trainer.id},${trainer.email},${noor.id},${noor.email}`,
  )
  expect(rows.join('\n')).not.toContain('Oops')
  await expect(exportMessages(school.as(noor), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
})
