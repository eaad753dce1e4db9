import { describe, expect, test, vi } from 'vitest'
import type { Actor } from '#lib/context/actor.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { TrackSource } from '#lib/kernel/enums.ts'
import { type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { companionIdentityOf } from '#lib/livekit/ids.ts'
import type { MediaEvent, Participant } from '#lib/livekit/media.ts'
import { roomNameOf } from '#lib/livekit/media.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { listLiveSessions } from '#lib/sessions/reading/list-live-sessions.ts'
import { storeEvents, deliverEvents as tell } from '#scripts/testing/media-events.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { applyMediaEvents } from './apply-media-events.ts'

const begin = Date.UTC(2026, 10, 24, 17)
/** The instant of a minute of the class. */
const at = (minute: number) => new Date(begin + minute * MINUTE_MS)

/** Events of a room, as LiveKit sends them. Each call creates a new event. */
function eventsOf(sessionId: SessionId, roomSid = 'RM_1') {
  const room = { roomName: roomNameOf(sessionId), sid: roomSid }
  const id = () => `EV_${crypto.randomUUID()}`
  const participant = (identity: string, sid: string, more: Partial<Participant> = {}) => ({
    identity,
    sid,
    joinedAt: at(1),
    person: true,
    grants: { publish: [], subscribe: false, publishData: false, updateOwnMetadata: false },
    signInId: null,
    ...more,
  })
  return {
    joined: ({ id: identity }: { id: string }, sid: string, more?: Partial<Participant>): MediaEvent => ({
      kind: 'joined',
      id: id(),
      at: at(1),
      room,
      participant: participant(identity, sid, more),
    }),
    left: ({ id: identity }: { id: string }, sid: string, minute: number): MediaEvent => ({
      kind: 'left',
      id: id(),
      at: at(minute),
      room,
      participant: participant(identity, sid),
    }),
    started: (): MediaEvent => ({ kind: 'room_started', id: id(), at: at(0), room }),
    finished: (minute: number): MediaEvent => ({ kind: 'room_finished', id: id(), at: at(minute), room }),
  }
}

/** All stored presences. */
function stays({ database }: School) {
  return database.presence.findMany({
    orderBy: { participantSid: 'asc' },
    select: { userId: true, participantSid: true, joinedAt: true, leftAt: true, estimated: true },
  })
}

async function runningClass(school: School) {
  const [trainer, noor] = [await school.person('TRAINER'), await school.person('STUDENT')]
  const sessionId = await school.session({ trainer, students: [noor], status: 'in_progress' })
  return { trainer, noor, sessionId, ...eventsOf(sessionId) }
}

function stay({ id }: Actor, participantSid: string, leftAt: Date | null) {
  return { userId: id, participantSid, joinedAt: at(1), leftAt, estimated: false }
}

describe('presences', () => {
  test('are the same for every order and repetition of events', async () => {
    const school = await createSchool()
    const { noor, joined, left } = await runningClass(school)
    const [come, go] = [joined(noor, 'PA_1'), left(noor, 'PA_1', 9)]
    for (const order of [[come], [come, come], [come, go], [go, come], [joined(noor, 'PA_1'), go]]) {
      await tell(school, ...order)
    }
    expect(await stays(school)).toEqual([stay(noor, 'PA_1', at(9))])
  })

  test.each([
    ['came first', 0],
    ['came last', 1],
  ])('are one per connection, also if the leave event %s', async (_, first) => {
    const school = await createSchool()
    const { noor, joined, left } = await runningClass(school)
    const events = [left(noor, 'PA_1', 9), joined(noor, 'PA_1')]
    await tell(school, ...(first === 0 ? events : events.reverse()))
    expect(await stays(school)).toEqual([stay(noor, 'PA_1', at(9))])
  })

  test('are created from a leave event without a join event', async () => {
    const school = await createSchool()
    const { noor, left } = await runningClass(school)
    await tell(school, left(noor, 'PA_1', 9))
    expect(await stays(school)).toEqual([stay(noor, 'PA_1', at(9))])
  })

  test('are new after a reconnection, and are not ended by the late leave event of the old connection', async () => {
    const school = await createSchool()
    const { noor, joined, left } = await runningClass(school)
    await tell(school, joined(noor, 'PA_1'), joined(noor, 'PA_2'), left(noor, 'PA_1', 9))
    expect(await stays(school)).toEqual([stay(noor, 'PA_1', at(9)), stay(noor, 'PA_2', null)])
  })

  test('take the time of the first leave event in place of an estimate', async () => {
    const school = await createSchool()
    const { noor, joined, left } = await runningClass(school)
    await tell(school, joined(noor, 'PA_1'))
    await school.database.presence.updateMany({
      data: { leftAt: at(5), missingSince: at(5), estimated: true },
    })
    await tell(school, left(noor, 'PA_1', 9), left(noor, 'PA_1', 12))
    expect(await stays(school)).toEqual([stay(noor, 'PA_1', at(9))])
    expect(await school.database.presence.findFirst()).toMatchObject({ missingSince: null })
  })

  test('never end before they start, even if LiveKit’s clock is wrong', async () => {
    const school = await createSchool()
    const { noor, left } = await runningClass(school)
    await tell(school, left(noor, 'PA_1', 0))
    expect(await stays(school)).toEqual([stay(noor, 'PA_1', at(1))])
  })

  test('are counted once if the same events arrive twice at the same time', async () => {
    const school = await createSchool()
    const { trainer, noor, joined, left } = await runningClass(school)
    const events = [joined(trainer, 'PA_1'), left(trainer, 'PA_1', 5), joined(noor, 'PA_2')]
    await Promise.all([...events, ...events].map((event) => tell(school, event)))
    expect(await stays(school)).toEqual([stay(trainer, 'PA_1', at(5)), stay(noor, 'PA_2', null)])
  })

  test('end when their room closes, except in the room that follows it', async () => {
    const school = await createSchool()
    const { trainer, noor, sessionId, joined, left, finished } = await runningClass(school)
    const again = eventsOf(sessionId, 'RM_2')
    await tell(school, joined(noor, 'PA_1'), left(noor, 'PA_1', 5), joined(trainer, 'PA_2'))
    await tell(school, again.joined(noor, 'PA_3'), finished(20))
    expect(await stays(school)).toEqual([
      stay(noor, 'PA_1', at(5)),
      stay(trainer, 'PA_2', at(20)),
      stay(noor, 'PA_3', null),
    ])
  })
})

describe('no presence is stored for', () => {
  test('rooms that are not ours, and sessions of another installation', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    const elsewhere = eventsOf(toSessionId.parse(crypto.randomUUID()))
    const event = elsewhere.joined(noor, 'PA_1')
    for (const roomName of ['playground', 'session-', 'session-42', `Session-${crypto.randomUUID()}`]) {
      await tell(school, { ...event, room: { roomName, sid: 'RM_1' } } as MediaEvent)
    }
    await tell(school, event, elsewhere.left(noor, 'PA_1', 5), elsewhere.started(), elsewhere.finished(9))
    await tell(school, { kind: 'other', id: 'EV_1', at: at(1), name: 'track_published' })
    expect(await stays(school)).toEqual([])
    expect(school.sent).toEqual([])
  })

  test('recorders, agents and unknown identities', async () => {
    const school = await createSchool()
    const { noor, joined, left } = await runningClass(school)
    await tell(
      school,
      joined({ id: 'EG_recorder' }, 'PA_1', { person: false }),
      joined(noor, 'PA_2', { person: false }),
    )
    await tell(school, joined({ id: `${noor.id}:screen` }, 'PA_3'), left({ id: 'hall-device' }, 'PA_4', 5))
    await tell(school, joined({ id: crypto.randomUUID() }, 'PA_5'))
    expect(await stays(school)).toEqual([])
  })
})

describe('a room is reconciled', () => {
  const settled = (sessionId: SessionId) => [{ name: 'reconcile-room', payload: { sessionId } }]

  test('not for a student with the right grants, but when the trainer joins', async () => {
    const school = await createSchool()
    const { sessionId, trainer, noor, joined, left, started } = await runningClass(school)
    await tell(school, started(), joined(trainer, 'PA_1'), joined(noor, 'PA_2'), left(noor, 'PA_2', 5))
    expect(school.sent).toEqual(settled(sessionId))
  })

  test('for a stranger, a removed or a disabled student, once for each event', async () => {
    const school = await createSchool()
    const { noor, sessionId, joined } = await runningClass(school)
    const stranger = joined(await school.person('STUDENT'), 'PA_1')
    await tell(school, stranger, stranger)
    expect(school.sent).toEqual(settled(sessionId))
    await school.database.removal.create({ data: { sessionId, userId: noor.id } })
    await tell(school, joined(noor, 'PA_2'))
    await school.database.removal.deleteMany()
    await school.database.user.update({ where: { id: noor.id }, data: { disabledAt: new Date() } })
    await tell(school, joined(noor, 'PA_3'))
    expect(school.sent).toHaveLength(3)
  })

  test('for a participant with more or fewer grants than allowed, and not for the right grants', async () => {
    const school = await createSchool()
    const { noor, sessionId, joined } = await runningClass(school)
    await school.database.classroom.create({ data: { sessionId, startedAt: at(0), locks: ['microphone'] } })
    const comes = async (sid: string, publish: TrackSource[]) => {
      const grants = { publish, subscribe: true, publishData: false, updateOwnMetadata: false }
      await tell(school, joined(noor, sid, { grants }))
      return school.sent.splice(0)
    }
    expect(await comes('PA_1', ['camera', 'screen'])).toEqual([])
    expect(await comes('PA_2', ['microphone', 'camera', 'screen'])).toEqual(settled(sessionId))
    expect(await comes('PA_3', ['camera'])).toEqual(settled(sessionId))
  })

  test.each([
    ['completed', 'online'],
    ['cancelled', 'online'],
    ['scheduled', 'offline'],
  ] as const)('if it opens for a session that is %s and %s', async (status, sessionType) => {
    const school = await createSchool()
    const sessionId = await school.session({ status, sessionType })
    await tell(school, eventsOf(sessionId).started())
    expect(school.sent).toEqual(settled(sessionId))
  })

  test('not for a recorder', async () => {
    const school = await createSchool()
    const { joined } = await runningClass(school)
    await tell(school, joined({ id: 'EG_recorder' }, 'PA_1', { person: false }))
    expect(school.sent).toEqual([])
  })
})

test('a person with a companion is present in person, and a main device does not count them twice', async () => {
  const school = await createSchool()
  const { trainer, noor, sessionId, joined, left } = await runningClass(school)
  const companion = { id: companionIdentityOf(noor.id) }
  const seen = async () => {
    const { seats } = await findSession(school.as(trainer), { sessionId })
    const [live] = await listLiveSessions(school.as(trainer))
    return [seats?.[0]?.state, seats?.[0]?.inside, live?.inside]
  }
  await tell(school, joined(companion, 'PA_1'))
  expect(await seen()).toEqual(['in_person', true, 1])
  await tell(school, joined(noor, 'PA_2'))
  expect(await seen()).toEqual(['online', true, 1])
  await tell(school, left(noor, 'PA_2', 20))
  expect(await seen()).toEqual(['in_person', true, 1])
  await tell(school, left(companion, 'PA_1', 30))
  expect(await seen()).toEqual(['left', false, 0])
  expect(await stays(school)).toMatchObject([
    { userId: noor.id, leftAt: at(30) },
    { userId: noor.id, leftAt: at(20) },
  ])
})

describe('waiting events', () => {
  test('are applied together and once, by any number of processes', async () => {
    const school = await createSchool()
    const { trainer, noor, joined, left, finished } = await runningClass(school)
    const events = [joined(trainer, 'PA_1'), joined(noor, 'PA_2'), left(noor, 'PA_2', 9), finished(20)]
    await storeEvents(school, ...events, ...events)
    const applied = await Promise.all([0, 1, 2].map(() => applyMediaEvents(school.system())))
    expect(applied.reduce((sum, count) => sum + count)).toBe(4)
    expect(await stays(school)).toEqual([stay(trainer, 'PA_1', at(20)), stay(noor, 'PA_2', at(9))])
    expect(await applyMediaEvents(school.system())).toBe(0)
  })

  test('that another process has taken are skipped without waiting', async () => {
    const school = await createSchool()
    const { noor, joined } = await runningClass(school)
    await storeEvents(school, joined(noor, 'PA_1'), joined(noor, 'PA_2'))
    const taken = await school.database.webhookEvent.findFirstOrThrow()
    const applied = await runDuring(
      school.database,
      (other) => other.$queryRaw`SELECT 1 FROM "WebhookEvent" WHERE "id" = ${taken.id} FOR UPDATE`,
      () => applyMediaEvents(school.system()),
    )
    expect(applied).toBe(1)
  })

  test('that cannot be applied do not delay others, and are given up after 5 attempts', async () => {
    const school = await createSchool()
    const { noor, joined } = await runningClass(school)
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await storeEvents(school, joined(noor, 'PA_1'), joined(noor, 'PA_2'))
    const [broken] = await school.database.webhookEvent.findMany({ orderBy: { id: 'asc' } })
    await school.database.webhookEvent.update({
      where: { id: broken?.id },
      data: { payload: { kind: 'nonsense' } },
    })
    for (let run = 0; run < 8; run += 1) await applyMediaEvents(school.system())
    expect(await stays(school)).toHaveLength(1)
    expect(await school.database.webhookEvent.findMany({ where: { processedAt: null } })).toMatchObject([
      { id: broken?.id, attempts: 5 },
    ])
    expect(console.error).toHaveBeenCalledTimes(1)
    vi.restoreAllMocks()
  })

  test('are applied completely or not at all', async () => {
    const school = await createSchool()
    const { noor, joined } = await runningClass(school)
    await storeEvents(school, joined(noor, 'PA_1'))
    const failing = { ...school.system(), jobs: { send: () => Promise.reject(new Error('no queue')) } }
    for (let run = 0; run < 2; run += 1) expect(await applyMediaEvents(failing)).toBe(0)
    expect(await stays(school)).toEqual([])
    expect(await applyMediaEvents(school.system())).toBe(1)
    expect(await stays(school)).toEqual([stay(noor, 'PA_1', null)])
  })
})
