import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { requestEntry } from '#lib/classroom/admission/request-entry.ts'
import { listMessages } from '#lib/classroom/chat/list-messages.ts'
import { sendMessage } from '#lib/classroom/chat/send-message.ts'
import { issueRoomToken } from '#lib/classroom/entry/issue-room-token.ts'
import { grantFloor } from '#lib/classroom/hands/grant-floor.ts'
import { raiseHand } from '#lib/classroom/hands/raise-hand.ts'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import { parseCredential } from '#lib/identity/sign-in/credential.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { createSchool } from '#scripts/testing/school.ts'

/** A running class with two students of the same name. The second student was enrolled first. */
async function classOfNamesakes() {
  const school = await createSchool()
  const trainer = await school.person('TRAINER', 'Jo\u00e3o Silva')
  const [second, first, noor] = [
    await school.person('STUDENT', 'Jo\u00e3o Silva'),
    await school.person('STUDENT', 'Jo\u00e3o Silva'),
    await school.person('STUDENT', 'Noor'),
  ]
  const classId = await school.course()
  await school.enrol(classId, [first, noor])
  await school.enrol(classId, [second])
  const sessionId = await school.session({
    trainer,
    classId,
    students: [first, second, noor],
    status: 'in_progress',
  })
  await school.database.classroom.create({ data: { sessionId, startedAt: new Date() } })
  return { school, sessionId, classId, trainer, first, second, noor }
}

type Namesakes = Awaited<ReturnType<typeof classOfNamesakes>>

async function nameInToken({ school, sessionId }: Namesakes, person: Namesakes['first']) {
  const credential = parseCredential(person.credential)
  if (!credential) throw new Error('The person has no credential')
  const context = { ...school.system(), credential }
  return decodeJwt((await issueRoomToken(context, { sessionId })).token).name
}

test('students with the same name are numbered by enrolment, everywhere in the room', async () => {
  const namesakes = await classOfNamesakes()
  const { school, sessionId, trainer, first, second, noor } = namesakes
  const named = [first, second, noor, trainer].map((person) => nameInToken(namesakes, person))
  expect(await Promise.all(named)).toEqual([
    'Jo\u00e3o Silva',
    'Jo\u00e3o Silva (2)',
    'Noor',
    'Jo\u00e3o Silva',
  ])

  await raiseHand(school.as(second), { sessionId })
  await raiseHand(school.as(first), { sessionId })
  const id = crypto.randomUUID()
  const sent = await sendMessage(school.as(second), { sessionId, id, text: 'Hello', mentions: [second.id] })
  expect(sent).toMatchObject({
    author: { name: 'Jo\u00e3o Silva (2)' },
    mentions: [{ name: 'Jo\u00e3o Silva (2)' }],
  })
  const { items } = await listMessages(school.as(noor), { sessionId, limit: 9 })
  expect(items).toMatchObject([{ author: { name: 'Jo\u00e3o Silva (2)' } }])
  const { hands } = await readRoom(school.as(noor), { sessionId })
  expect(hands.map(({ name }) => name)).toEqual(['Jo\u00e3o Silva (2)', 'Jo\u00e3o Silva'])
  await grantFloor(school.as(trainer), { sessionId, userId: second.id })
  expect((await readRoom(school.as(noor), { sessionId })).floor?.name).toBe('Jo\u00e3o Silva (2)')
})

test('students with the same name are numbered in the lobby too', async () => {
  const { school, sessionId, classId, trainer, second } = await classOfNamesakes()
  await school.database.class.update({ where: { id: classId }, data: { admission: 'lobby' } })
  await requestEntry(school.as(second), { sessionId })
  const { lobby } = await readRoom(school.as(trainer), { sessionId })
  expect(lobby?.map(({ name }) => name)).toEqual(['Jo\u00e3o Silva (2)'])
})

test('staff see the e-mail of each namesake, students see none', async () => {
  const { school, sessionId, trainer, first, second, noor } = await classOfNamesakes()
  const detail = await findSession(school.as(trainer), { sessionId })
  const rows = detail.seats?.map(({ id, name, email }) => ({ id, name, email }))
  expect(rows).toEqual(
    expect.arrayContaining([
      { id: first.id, name: 'Jo\u00e3o Silva', email: first.email },
      { id: second.id, name: 'Jo\u00e3o Silva (2)', email: second.email },
      { id: noor.id, name: 'Noor', email: null },
    ]),
  )
  const forTrainer = await readRoom(school.as(trainer), { sessionId })
  expect(forTrainer.namesakes).toEqual(
    [first, second]
      .map(({ id, email }) => ({ userId: id, email }))
      .sort((one, other) => one.userId.localeCompare(other.userId)),
  )
  expect((await readRoom(school.as(noor), { sessionId })).namesakes).toEqual([])

  await school.database.roomMember.create({
    data: { sessionId, userId: noor.id, assistantPermissions: ['admit'] },
  })
  const forAssistant = await findSession(school.as(noor), { sessionId })
  expect(forAssistant.seats?.map(({ email }) => email)).toEqual([null, null, null])
  expect((await readRoom(school.as(noor), { sessionId })).namesakes).toEqual([])
})

test('a number disappears with the namesake, and students of other classes do not count', async () => {
  const namesakes = await classOfNamesakes()
  const { school, classId, first, second } = namesakes
  const elsewhere = await school.person('STUDENT', 'Jo\u00e3o Silva')
  await school.enrol(await school.course(), [elsewhere])
  expect(await nameInToken(namesakes, second)).toBe('Jo\u00e3o Silva (2)')
  await school.database.enrolment.delete({ where: { classId_studentId: { classId, studentId: first.id } } })
  expect(await nameInToken(namesakes, second)).toBe('Jo\u00e3o Silva')
  // Students with a seat but no enrolment are numbered after enrolled ones.
  expect(await nameInToken(namesakes, first)).toBe('Jo\u00e3o Silva (2)')
  await school.database.user.update({ where: { id: second.id }, data: { erasedAt: new Date() } })
  expect(await nameInToken(namesakes, first)).toBe('Jo\u00e3o Silva')
})
