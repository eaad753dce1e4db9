import { expect, test } from 'vitest'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { waitForBlockedLock } from '#scripts/testing/lock-waits.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import { clearFormerMembers } from './clear-former-members.ts'

const now = new Date()

type Had = { attendee?: Partial<Prisma.RoomMemberUncheckedCreateInput>; room?: 'speakerId' | 'spotlightId' }

const possessions: [string, Had][] = [
  ['a hand', { attendee: { handNumber: 1, handRaisedAt: now } }],
  ['an assistant permission', { attendee: { assistantPermissions: ['mute'] } }],
  ['the audio-only mode', { attendee: { audioOnly: true } }],
  ['a place in the lobby', { attendee: { entryRequestedAt: now, entryRequestSeenAt: now } }],
  ['the floor', { room: 'speakerId' }],
  ['the spotlight', { room: 'spotlightId' }],
]

/** A class in which Noor and Karim hold the same; only Noor has lost her seat. */
async function classWith({ attendee, room }: Had) {
  const klass = await startTestClass({ begun: true })
  const { school, sessionId, noor, karim } = klass
  for (const { id: userId } of [noor, karim])
    await school.database.roomMember.create({ data: { sessionId, userId, ...attendee } })
  if (room) await school.database.classroom.update({ where: { sessionId }, data: { [room]: noor.id } })
  await school.database.seat.deleteMany({ where: { studentId: noor.id } })
  const held = (userId: string) =>
    school.database.roomMember.findUniqueOrThrow({ where: { sessionId_userId: { sessionId, userId } } })
  return { ...klass, held }
}

test.each(possessions)('a student who loses their seat loses %s; others keep it', async (_, had) => {
  const { school, sessionId, noor, karim, held } = await classWith(had)
  const before = await held(karim.id)
  await clearFormerMembers(school.system(), sessionId)
  expect(await held(noor.id)).toMatchObject({
    handNumber: null,
    handRaisedAt: null,
    assistantPermissions: [],
    audioOnly: false,
    entryRequestedAt: null,
    entryRequestSeenAt: null,
  })
  expect(await held(karim.id)).toEqual(before)
  expect(await school.database.classroom.findFirst()).toMatchObject({ speakerId: null, spotlightId: null })
})

test('a student who gets the seat back before the room is locked keeps everything', async () => {
  const { school, sessionId, trainer, noor } = await classWith({
    attendee: { handNumber: 1, handRaisedAt: now },
  })
  const { clearing } = await inTransaction(school.system(), async ({ database }) => {
    await database.$queryRaw`SELECT 1 FROM "Classroom" WHERE "sessionId" = ${sessionId}::uuid FOR UPDATE`
    const clearing = clearFormerMembers(school.system(), sessionId)
    await waitForBlockedLock(school.database)
    await database.seat.create({ data: { sessionId, studentId: noor.id } })
    return { clearing }
  })
  await clearing
  const { hands, number } = await readRoom(school.as(trainer), { sessionId })
  expect(hands.map(({ userId }) => userId)).toContain(noor.id)
  expect(number).toBe(0)
})
