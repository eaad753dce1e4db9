import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { reconcilePresences } from '#lib/attendance/reconcile-presences.ts'
import { evaluateRoom } from '#lib/classroom/entry/evaluate-room.ts'
import { reconcileRoom } from '#lib/classroom/entry/reconcile-room.ts'
import { reconcileRoomsWithReducedRights } from '#lib/classroom/entry/reconcile-rooms-with-reduced-rights.ts'
import { muteParticipants } from '#lib/classroom/moderation/mute-participants.ts'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { trackSources } from '#lib/kernel/enums.ts'
import { type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { roomDisplayIdentityOf } from '#lib/livekit/ids.ts'
import { type Participant, type RoomGrants, roomNameOf } from '#lib/livekit/media.ts'
import { endSession } from '#lib/sessions/lifecycle/end-session.ts'
import { enterRoom, joinWithToken } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { waitForBlockedLock, waitUntilDoneOrBlocked } from '#scripts/testing/lock-waits.ts'
import { deliverEvents } from '#scripts/testing/media-events.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { createRoomDisplayFor, MAX_OPEN_CODES } from './create-room-display.ts'
import { deleteOldRoomDisplays } from './delete-old-room-displays.ts'
import { issueRoomDisplayToken } from './issue-room-display-token.ts'
import { muteRoomDisplay } from './mute-room-display.ts'
import { pairRoomDisplay } from './pair-room-display.ts'
import { roomDisplayGrants } from './policy.ts'
import { readRoomDisplayView } from './read-room-display-view.ts'
import { unpairFromDisplay, unpairRoomDisplay } from './unpair-room-display.ts'

const createDisplay = (context: SystemContext, address = '192.0.2.1') =>
  createRoomDisplayFor(context, { address, secret: 'a secret of the test' })
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS)

async function runningClass() {
  const school = await createSchool()
  const [trainer, noor] = [await school.person('TRAINER'), await school.person('STUDENT')]
  const locationId = await school.location()
  const sessionId = await school.session({ trainer, students: [noor], status: 'in_progress', locationId })
  const { name: place } = await school.database.location.findUniqueOrThrow({ where: { id: locationId } })
  const pair = (code: string, who: Actor = trainer, now?: Date) =>
    pairRoomDisplay(school.as(who, now), { sessionId, code })
  return { school, trainer, noor, sessionId, place, pair }
}

const tokenFor = (school: School, { secret }: { secret: string }, now?: Date) =>
  issueRoomDisplayToken(school.system(now), { secret })

/** The identities in the session's room, from LiveKit. */
async function inside(school: School, sessionId: SessionId): Promise<string[]> {
  const participants = await school.system().media.listParticipants(roomNameOf(sessionId))
  return participants.map(({ identity }) => identity)
}

describe('pairing', () => {
  test('lets the display join; repeating the code changes nothing', async () => {
    const { school, trainer, noor, sessionId, place, pair } = await runningClass()
    const hall = await createDisplay(school.system())
    await expect(tokenFor(school, hall)).rejects.toMatchObject({ code: 'conflict' })
    const { number, ...paired } = await pair(hall.code)
    expect(paired).toMatchObject({ name: place })
    expect(await school.database.roomDisplay.findFirst()).toMatchObject({ code: null, addressKey: null })
    expect(await pair(hall.code)).toEqual({ ...paired, number })
    expect(await readRoom(school.as(noor), { sessionId })).toMatchObject({ roomDisplay: paired, number })
    const { token, roomName } = await tokenFor(school, hall)
    expect(roomName).toBe(roomNameOf(sessionId))
    expect(decodeJwt(token)).toMatchObject({
      sub: roomDisplayIdentityOf(hall.id),
      name: place,
      video: {
        canPublish: true,
        canPublishSources: ['microphone', 'camera'],
        canSubscribe: true,
        canPublishData: false,
        canUpdateOwnMetadata: false,
      },
    })
    expect(decodeJwt(token).video).not.toHaveProperty('roomAdmin')
    expect(await readRoomDisplayView(school.system(), hall)).toMatchObject({
      name: place,
      trainer: { id: trainer.id },
      state: { hands: [], floor: null, pace: null, lobby: null },
    })
    expect(await school.database.auditEvent.findMany()).toMatchObject([
      { action: 'room_display_paired', actorId: trainer.id, subjectId: sessionId },
    ])
  })

  test('with one code by two trainers at once succeeds for one of them', async () => {
    const school = await createSchool()
    const trainers = await school.people('TRAINER', 2)
    const hall = await createDisplay(school.system())
    const outcomes = await Promise.allSettled(
      trainers.map(async (trainer) =>
        pairRoomDisplay(school.as(trainer), {
          sessionId: await school.session({ trainer, status: 'in_progress' }),
          code: hall.code,
        }),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('of two displays at once leaves one of them paired', async () => {
    const { school, pair } = await runningClass()
    const halls = [await createDisplay(school.system()), await createDisplay(school.system())]
    await Promise.all(halls.map(({ code }) => pair(code)))
    const outcomes = await Promise.allSettled(halls.map((hall) => tokenFor(school, hall)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is refused with an expired code', async () => {
    const { school, trainer, pair } = await runningClass()
    const hall = await createDisplay(school.system())
    await expect(pair(hall.code, trainer, later(5))).rejects.toMatchObject({
      code: 'invalid',
      reason: 'roomDisplayWrongCode',
      details: { values: { left: 4 } },
    })
    await expect(tokenFor(school, hall, later(5))).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is refused after five wrong codes in 10 minutes, also at the same time, and even with a right code', async () => {
    const { school, trainer, pair } = await runningClass()
    const hall = await createDisplay(school.system())
    const guesses = await Promise.allSettled(Array.from({ length: 8 }, () => pair('AAAAAA')))
    const reasons = guesses.map((guess) => (guess.status === 'rejected' ? guess.reason.reason : 'paired'))
    expect(reasons.filter((reason) => reason === 'roomDisplayWrongCode')).toHaveLength(5)
    expect(reasons.filter((reason) => reason === 'roomDisplayTooManyTries')).toHaveLength(3)
    await expect(pair(hall.code)).rejects.toMatchObject({ code: 'rate_limited' })
    const fresh = await createDisplay(school.system(later(11)))
    expect(await pair(fresh.code, trainer, later(11))).toBeTruthy()
  })

  test('with right codes does not count as an attempt', async () => {
    const { school, pair } = await runningClass()
    for (let count = 0; count < 7; count += 1) await pair((await createDisplay(school.system())).code)
  })

  test('is allowed only for the trainer and admins, and only during the class', async () => {
    const { school, trainer, noor, pair } = await runningClass()
    const { code } = await createDisplay(school.system())
    for (const who of [noor, await school.person('STUDENT'), await school.person('TRAINER')]) {
      await expect(pair(code, who)).rejects.toMatchObject({ code: 'forbidden' })
    }
    const planned = await school.session({ trainer, startsInHours: 5 })
    await expect(pairRoomDisplay(school.as(trainer), { sessionId: planned, code })).rejects.toMatchObject({
      code: 'conflict',
    })
    const nowhere = toSessionId.parse(crypto.randomUUID())
    await expect(pairRoomDisplay(school.as(trainer), { sessionId: nowhere, code })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(unpairRoomDisplay(school.as(noor), { sessionId: planned })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await pair(code, await school.person('ADMIN'))).toBeTruthy()
  })
})

describe('a room display', () => {
  test('stays while it is paired; once unpaired, it is removed and cannot return with its token', async () => {
    const { school, trainer, sessionId, pair } = await runningClass()
    const hall = await createDisplay(school.system())
    await pair(hall.code)
    const token = await tokenFor(school, hall)
    const screen = await joinWithToken(token)
    await reconcileRoom(school.system(), { sessionId })
    expect(await inside(school, sessionId)).toEqual([roomDisplayIdentityOf(hall.id)])
    await unpairRoomDisplay(school.as(trainer), { sessionId })
    expect(school.sent).toContainEqual({ name: 'reconcile-room', payload: { sessionId } })
    await reconcileRoom(school.system(), { sessionId })
    await eventually(() => expect(screen.isInside()).toBe(false))
    await expect(tokenFor(school, hall)).rejects.toMatchObject({ code: 'session_not_accessible' })
    await joinWithToken(token)
    await reconcileRoom(school.system(), { sessionId })
    expect(await inside(school, sessionId)).toEqual([])
    await unpairRoomDisplay(school.as(trainer), { sessionId })
    expect(await school.database.auditEvent.findMany({ orderBy: { at: 'asc' } })).toMatchObject([
      { action: 'room_display_paired' },
      { action: 'room_display_unpaired', actorId: trainer.id },
    ])
  })

  test('is replaced by a new display, and removed from the room of another class', async () => {
    const { school, sessionId, pair } = await runningClass()
    const elsewhere = await runningClassOf(school)
    const [first, second] = [await createDisplay(school.system()), await createDisplay(school.system())]
    await pair(first.code)
    await joinWithToken(await tokenFor(school, first))
    await pair(second.code)
    await joinWithToken(await tokenFor(school, second))
    await reconcileRoom(school.system(), { sessionId })
    expect(await inside(school, sessionId)).toEqual([roomDisplayIdentityOf(second.id)])
    const stray = school.system().media.signToken({
      sessionId: elsewhere,
      identity: roomDisplayIdentityOf(second.id),
      name: 'Room',
      grants: { publish: ['camera'], subscribe: true, publishData: false, updateOwnMetadata: false },
      capacity: 5,
    })
    await joinWithToken(stray)
    await reconcileRoom(school.system(), { sessionId: elsewhere })
    expect(await inside(school, elsewhere)).toEqual([])
  })

  test.each<[string, (klass: Awaited<ReturnType<typeof runningClass>>, secret: string) => Promise<unknown>]>([
    ['is replaced', async ({ school, pair }) => pair((await createDisplay(school.system())).code)],
    [
      'is unpaired by the trainer',
      ({ school, trainer, sessionId }) => unpairRoomDisplay(school.as(trainer), { sessionId }),
    ],
    ['unpairs itself', ({ school }, secret) => unpairFromDisplay(school.system(), { secret })],
  ])('that %s cannot stay with an older token, even without a webhook', async (_, takeOut) => {
    const klass = await runningClass()
    const { school, trainer, sessionId, pair } = klass
    const hall = await createDisplay(school.system())
    await pair(hall.code)
    const token = await tokenFor(school, hall)
    await school.database.classroom.update({ where: { sessionId }, data: { startedAt: new Date() } })
    await takeOut(klass, hall.secret)
    await enterRoom(sessionId, trainer)
    await joinWithToken(token)
    await reconcileRoomsWithReducedRights(school.system())
    expect(await inside(school, sessionId)).toEqual([trainer.id])
  })

  test('that unpairs itself while it is replaced does not unpair its replacement', async () => {
    const { school, trainer, sessionId, pair } = await runningClass()
    const [first, second] = [await createDisplay(school.system()), await createDisplay(school.system())]
    await pair(first.code)
    const { leaving } = await inTransaction(school.as(trainer), async (context) => {
      await pairRoomDisplay(context, { sessionId, code: second.code })
      const leaving = unpairFromDisplay(school.system(), first)
      await waitForBlockedLock(school.database)
      return { leaving }
    })
    await leaving
    expect(await tokenFor(school, second)).toMatchObject({ roomName: roomNameOf(sessionId) })
  })

  test('with too many grants has its grants corrected', async () => {
    const { school, sessionId, pair } = await runningClass()
    const hall = await createDisplay(school.system())
    await pair(hall.code)
    const screen = (grants: RoomGrants): Participant => ({
      identity: roomDisplayIdentityOf(hall.id),
      sid: 'PA_1',
      joinedAt: new Date(),
      person: true,
      grants,
      signInId: null,
    })
    const judged = async (grants: RoomGrants) => {
      const { intruders, corrections } = await evaluateRoom(school.system(), sessionId, [screen(grants)])
      return [intruders.length, corrections.map((correction) => correction.grants)]
    }
    expect(await judged(roomDisplayGrants)).toEqual([0, []])
    expect(await judged({ ...roomDisplayGrants, publish: trackSources })).toEqual([0, [roomDisplayGrants]])
    expect(await judged({ ...roomDisplayGrants, publishData: true })).toEqual([0, [roomDisplayGrants]])
  })

  test('does not count as attendance and does not start a supervised class', async () => {
    const { school, noor, sessionId, pair } = await runningClass()
    const hall = await createDisplay(school.system())
    await pair(hall.code)
    await joinWithToken(await tokenFor(school, hall))
    const roomName = roomNameOf(sessionId)
    const [participant] = await school.system().media.listParticipants(roomName)
    if (!participant) throw new Error('the screen is not inside')
    await deliverEvents(school, {
      kind: 'joined',
      id: crypto.randomUUID(),
      at: new Date(),
      room: { roomName, sid: 'RM_1' },
      participant,
    })
    expect(school.sent).toEqual([])
    await reconcilePresences(school.system())
    expect(await inside(school, sessionId)).toEqual([roomDisplayIdentityOf(hall.id)])
    expect(await school.database.presence.count()).toBe(0)
    expect(await readRoom(school.as(noor), { sessionId })).toMatchObject({ classStarted: false })
  })

  test('is muted separately; muting everyone does not affect it', async () => {
    const { school, trainer, noor, sessionId, pair } = await runningClass()
    const hall = await createDisplay(school.system())
    await pair(hall.code)
    const screen = await joinWithToken(await tokenFor(school, hall))
    await screen.publish('microphone')
    const student = await enterRoom(sessionId, noor)
    await student.publish('microphone')
    const heard = async () =>
      (await school.system().media.listTracks(roomNameOf(sessionId)))
        .filter(({ muted }) => !muted)
        .map(({ identity }) => identity)
    await eventually(async () => expect(await heard()).toHaveLength(2))
    await muteParticipants(school.as(trainer), { sessionId, source: 'microphone' })
    await eventually(async () => expect(await heard()).toEqual([roomDisplayIdentityOf(hall.id)]))
    await expect(muteRoomDisplay(school.as(noor), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await muteRoomDisplay(school.as(trainer), { sessionId })).toEqual({ muted: true })
    await eventually(async () => expect(await heard()).toEqual([]))
    expect(await muteRoomDisplay(school.as(trainer), { sessionId })).toEqual({ muted: false })
  })

  test('can unpair itself, and is unpaired at the end of the class', async () => {
    const { school, trainer, noor, sessionId, pair } = await runningClass()
    const [first, second] = [await createDisplay(school.system()), await createDisplay(school.system())]
    await pair(first.code)
    await unpairFromDisplay(school.system(), first)
    await unpairFromDisplay(school.system(), first)
    expect(await readRoom(school.as(noor), { sessionId })).toMatchObject({ roomDisplay: null, number: 2 })
    await pair(second.code)
    await endSession(school.as(trainer), { sessionId })
    for (const hall of [first, second]) {
      await expect(tokenFor(school, hall)).rejects.toMatchObject({ code: 'session_not_accessible' })
    }
  })
})

describe('while 200 codes are open, a new code replaces', () => {
  /** Codes of unknown addresses, the oldest first. */
  async function openCodes(school: School, count: number): Promise<void> {
    await school.database.roomDisplay.createMany({
      data: Array.from({ length: count }, (_, index) => ({
        secretHash: new TextEncoder().encode(`${index}`),
        code: `${index}`,
        codeExpiresAt: new Date(Date.now() + 4 * MINUTE_MS + index),
      })),
    })
  }
  const open = async (school: School) => {
    const rows = await school.database.roomDisplay.findMany({
      where: { code: { not: null } },
      orderBy: { codeExpiresAt: 'asc' },
    })
    return rows.map(({ code }) => code)
  }

  test('the oldest code of its address', async () => {
    const school = await createSchool()
    await openCodes(school, MAX_OPEN_CODES - 2)
    const [first, second] = [
      await createDisplay(school.system()),
      await createDisplay(school.system(later(1))),
    ]
    const third = await createDisplay(school.system(later(2)))
    const codes = await open(school)
    expect(codes).toHaveLength(MAX_OPEN_CODES)
    expect(codes.slice(-2)).toEqual([second.code, third.code])
    await expect(tokenFor(school, first)).rejects.toMatchObject({ code: 'not_found' })
    await expect(tokenFor(school, second)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('the oldest code of all if its address has none', async () => {
    const school = await createSchool()
    await openCodes(school, MAX_OPEN_CODES)
    await Promise.all([createDisplay(school.system()), createDisplay(school.system(), '192.0.2.2')])
    const codes = await open(school)
    expect(codes).toHaveLength(MAX_OPEN_CODES)
    expect(codes[0]).toBe('2')
  })

  test('one code at a time, so that the limit holds', async () => {
    const school = await createSchool()
    await openCodes(school, MAX_OPEN_CODES - 1)
    const { asked } = await inTransaction(school.system(), async (context) => {
      await createDisplay(context)
      const asked = createDisplay(school.system(), '192.0.2.2')
      await waitUntilDoneOrBlocked(school.database, asked)
      return { asked }
    })
    await asked
    expect(await open(school)).toHaveLength(MAX_OPEN_CODES)
  })

  test('no code of a display that is being paired', async () => {
    const { school, trainer, sessionId } = await runningClass()
    const oldest = await createDisplay(school.system(new Date(Date.now() - MINUTE_MS)), '192.0.2.2')
    await openCodes(school, MAX_OPEN_CODES - 1)
    const { asked } = await inTransaction(school.as(trainer), async (context) => {
      await pairRoomDisplay(context, { sessionId, code: oldest.code })
      const asked = createDisplay(school.system())
      await waitForBlockedLock(school.database)
      return { asked }
    })
    await asked
    expect(await tokenFor(school, oldest)).toMatchObject({ roomName: roomNameOf(sessionId) })
    expect(await open(school)).toHaveLength(MAX_OPEN_CODES)
  })
})

test('an address gets 50 codes in 5 minutes, without affecting other addresses', async () => {
  const school = await createSchool()
  for (let count = 0; count < 50; count += 1) await createDisplay(school.system())
  await expect(createDisplay(school.system())).rejects.toMatchObject({ code: 'rate_limited' })
  expect(await createDisplay(school.system(), '192.0.2.2')).toBeTruthy()
  expect(await createDisplay(school.system(later(6)))).toBeTruthy()
})

test('displays that were never paired are deleted when their code is 10 minutes old; unpaired ones much later', async () => {
  const { school, pair } = await runningClass()
  const [paired, waiting] = [await createDisplay(school.system()), await createDisplay(school.system())]
  await pair(paired.code)
  const left = async (minutes: number) => {
    await deleteOldRoomDisplays(school.system(later(minutes)))
    return (await school.database.roomDisplay.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)
  }
  expect(await left(9)).toEqual([paired.id, waiting.id])
  expect(await left(11)).toEqual([paired.id])
  await unpairFromDisplay(school.system(), paired)
  expect(await left(60)).toEqual([paired.id])
  expect(await left(25 * 60)).toEqual([])
})

test('a paired display is deleted a day after the end of the class, and not earlier', async () => {
  const { school, trainer, sessionId, pair } = await runningClass()
  await pair((await createDisplay(school.system())).code)
  const left = async (minutes: number) => {
    await deleteOldRoomDisplays(school.system(later(minutes)))
    return school.database.roomDisplay.count()
  }
  expect(await left(25 * 60)).toBe(1)
  await endSession(school.as(trainer), { sessionId })
  expect(await left(23 * 60)).toBe(1)
  expect(await left(25 * 60)).toBe(0)
})

function runningClassOf(school: School): Promise<SessionId> {
  return school.session({ status: 'in_progress' })
}
