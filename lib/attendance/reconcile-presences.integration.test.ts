import { describe, expect, test } from 'vitest'
import type { SystemContext } from '#lib/context/context.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/kernel/durations.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { type Media, MediaUnavailable, roomNameOf } from '#lib/livekit/media.ts'
import { afterFirstRead } from '#scripts/testing/after-first-read.ts'
import { enterRoom } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { reconcilePresences } from './reconcile-presences.ts'

async function runningClass(school: School) {
  const [trainer, noor] = [await school.person('TRAINER'), await school.person('STUDENT')]
  const sessionId = await school.session({ trainer, students: [noor], status: 'in_progress' })
  return { trainer, noor, sessionId }
}

/** A presence that has been open in the database for a minute. */
async function openStay({ database }: School, sessionId: SessionId, { id: userId }: { id: string }) {
  const participantSid = `PA_${crypto.randomUUID()}`
  const joinedAt = new Date(Date.now() - MINUTE_MS)
  await database.presence.create({ data: { sessionId, userId, roomSid: 'RM_1', participantSid, joinedAt } })
}

function stays({ database }: School) {
  return database.presence.findMany({ select: { userId: true, leftAt: true, estimated: true } })
}

function inSeconds(seconds: number): Date {
  return new Date(Date.now() + seconds * SECOND_MS)
}

/** The school's LiveKit with some replaced answers. */
function withMedia(school: School, answers: Partial<Media>): SystemContext {
  const system = school.system(inSeconds(60))
  return { ...system, media: { ...system.media, ...answers } }
}

describe('missed events', () => {
  test('of joining are repaired: a participant becomes present, once', async () => {
    const school = await createSchool()
    const { noor, sessionId } = await runningClass(school)
    await enterRoom(sessionId, noor)
    for (let look = 0; look < 3; look += 1) await reconcilePresences(school.system())
    expect(await stays(school)).toEqual([{ userId: noor.id, leftAt: null, estimated: false }])
  })

  test('of leaving are estimated: a presence ends at the first check without the participant', async () => {
    const school = await createSchool()
    const { noor, sessionId } = await runningClass(school)
    await openStay(school, sessionId, noor)
    const [first, soon, second] = [inSeconds(1), inSeconds(15), inSeconds(31)]
    await reconcilePresences(school.system(first))
    await reconcilePresences(school.system(soon))
    expect(await stays(school)).toEqual([{ userId: noor.id, leftAt: null, estimated: false }])
    await reconcilePresences(school.system(second))
    expect(await stays(school)).toEqual([{ userId: noor.id, leftAt: first, estimated: true }])
  })

  test('of leaving are undone if the participant is seen again', async () => {
    const school = await createSchool()
    const { noor, sessionId } = await runningClass(school)
    const visitor = await enterRoom(sessionId, noor)
    await reconcilePresences(school.system())
    const unseen = (seconds: number) => ({
      ...withMedia(school, { listRooms: async () => [] }),
      now: inSeconds(seconds),
    })
    await reconcilePresences(unseen(30))
    await reconcilePresences(unseen(60))
    expect(await stays(school)).toMatchObject([{ estimated: true }])
    await reconcilePresences(school.system(inSeconds(90)))
    expect(await stays(school)).toEqual([{ userId: noor.id, leftAt: null, estimated: false }])
    // A miss before and a miss after being seen do not add up.
    await reconcilePresences(unseen(120))
    await reconcilePresences(school.system(inSeconds(150)))
    await reconcilePresences(unseen(180))
    expect(await stays(school)).toMatchObject([{ leftAt: null }])
    expect(visitor.isInside()).toBe(true)
  })

  test('are not assumed for a participant who joined during the check', async () => {
    const school = await createSchool()
    const { noor, sessionId } = await runningClass(school)
    await openStay(school, sessionId, noor)
    await school.database.presence.updateMany({ data: { joinedAt: inSeconds(120) } })
    for (const seconds of [0, 30, 60]) await reconcilePresences(school.system(inSeconds(seconds)))
    expect(await stays(school)).toMatchObject([{ leftAt: null }])
  })

  test('are not assumed if a check at the same time sees the participant', async () => {
    const school = await createSchool()
    const { noor, sessionId } = await runningClass(school)
    await openStay(school, sessionId, noor)
    await reconcilePresences(school.system())
    const later = school.system(inSeconds(60))
    const database = afterFirstRead(later.database, ['presence'], () =>
      later.database.presence.updateMany({ data: { missingSince: null } }),
    )
    await reconcilePresences({ ...withMedia(school, { listRooms: async () => [] }), database })
    expect(await stays(school)).toEqual([{ userId: noor.id, leftAt: null, estimated: false }])
  })

  test('do not reopen a presence that LiveKit has ended', async () => {
    const school = await createSchool()
    const { noor, sessionId } = await runningClass(school)
    await enterRoom(sessionId, noor)
    await reconcilePresences(school.system())
    const leftAt = new Date()
    await school.database.presence.updateMany({ data: { leftAt } })
    await reconcilePresences(school.system(inSeconds(30)))
    expect(await stays(school)).toEqual([{ userId: noor.id, leftAt, estimated: false }])
  })
})

test('intruders are removed, and others stay', async () => {
  const school = await createSchool()
  const { trainer, noor, sessionId } = await runningClass(school)
  const over = await school.session({ status: 'completed', students: [noor] })
  const [teaching, removed, late] = [
    await enterRoom(sessionId, trainer),
    await enterRoom(sessionId, noor),
    await enterRoom(over, noor),
  ]
  await school.database.removal.create({ data: { sessionId, userId: noor.id } })
  await reconcilePresences(school.system())
  await eventually(() => expect([removed.isInside(), late.isInside()]).toEqual([false, false]))
  expect(teaching.isInside()).toBe(true)
})

describe('if LiveKit does not answer', () => {
  const away = async () => {
    throw new MediaUnavailable('LiveKit is away')
  }

  test.each([
    ['at all', { listRooms: away, listParticipants: away }],
    ['for the participants of a room', { listParticipants: away }],
  ])('%s, no presence is ended and nobody is removed', async (_, answers) => {
    const school = await createSchool()
    const { trainer, noor, sessionId } = await runningClass(school)
    const visitor = await enterRoom(sessionId, noor)
    await openStay(school, sessionId, trainer)
    await school.database.removal.create({ data: { sessionId, userId: noor.id } })
    const before = await school.database.presence.findMany()
    for (let look = 0; look < 3; look += 1) {
      await expect(reconcilePresences(withMedia(school, answers))).rejects.toBeInstanceOf(MediaUnavailable)
    }
    expect(await school.database.presence.findMany()).toEqual(before)
    const inside = await school.system().media.listParticipants(roomNameOf(sessionId))
    expect(inside.map((participant) => participant.identity)).toEqual([noor.id])
    expect(visitor.isInside()).toBe(true)
  })
})

test('a room that cannot be read does not delay the others', async () => {
  const school = await createSchool()
  const [broken, whole] = [await runningClass(school), await runningClass(school)]
  await enterRoom(broken.sessionId, broken.noor)
  for (const { sessionId, trainer } of [broken, whole]) await openStay(school, sessionId, trainer)
  const stranger = await enterRoom(whole.sessionId, await school.person('STUDENT'))
  const { media } = school.system()
  const context = withMedia(school, {
    listRooms: async () =>
      [broken, whole].map(({ sessionId }) => ({ roomName: roomNameOf(sessionId), sid: 'RM_1' })),
    listParticipants: async (roomName) => {
      if (roomName === roomNameOf(broken.sessionId)) throw new MediaUnavailable('This node is away')
      return media.listParticipants(roomName)
    },
  })
  for (const seconds of [30, 60]) {
    const later = { ...context, now: inSeconds(seconds) }
    await expect(reconcilePresences(later)).rejects.toBeInstanceOf(MediaUnavailable)
  }
  await eventually(() => expect(stranger.isInside()).toBe(false))
  const left = await stays(school)
  expect(left.filter((stay) => stay.userId === broken.trainer.id)).toMatchObject([{ leftAt: null }])
  expect(left.filter((stay) => stay.userId === whole.trainer.id)).toMatchObject([{ estimated: true }])
})
