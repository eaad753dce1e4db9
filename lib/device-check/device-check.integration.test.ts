import { Room } from '@livekit/rtc-node'
import { describe, expect, onTestFinished, test } from 'vitest'
import { reconcilePresences } from '#lib/attendance/reconcile-presences.ts'
import { parseInput } from '#lib/http/parse-input.ts'
import { checkRoomNameOf, roomNameOf } from '#lib/livekit/media.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { deliverEvents } from '#scripts/testing/media-events.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { recordDeviceCheckEndpoint } from './api.ts'
import { findDeviceCheck } from './find-device-check.ts'
import { issueCheckToken } from './issue-check-token.ts'
import type { CheckOutcomes } from './policy.ts'
import { recordDeviceCheck } from './record-device-check.ts'

const fine: CheckOutcomes = {
  camera: 'works',
  microphone: 'heard',
  speaker: 'heard',
  routes: { udp: 'open', tcp: 'not_offered', relay: 'not_offered' },
  roundTripMs: 38,
}

describe('the last check', () => {
  test('is stored per person, and replaces the previous one', async () => {
    const school = await createSchool()
    const [noor, karim] = await school.people('STUDENT', 2)
    if (!noor || !karim) throw new Error('nobody')
    expect(await findDeviceCheck(school.as(noor))).toBeNull()
    const at = new Date('2026-11-27T17:49:00Z')
    const kept = { ...fine, checkedAt: at.toISOString(), network: 'good', result: 'ready' }
    expect(await recordDeviceCheck(school.as(noor, at), fine)).toEqual(kept)
    expect(await recordDeviceCheck(school.as(noor, at), fine)).toEqual(kept)
    await recordDeviceCheck(school.as(noor), { ...fine, microphone: 'missing' })
    expect(await findDeviceCheck(school.as(noor))).toMatchObject({ result: 'no_microphone' })
    expect(await school.database.deviceCheck.count()).toBe(1)
    expect(await findDeviceCheck(school.as(karim))).toBeNull()
  })

  test('is stored once if several are saved at the same time', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    const checks = Array.from({ length: 5 }, () => recordDeviceCheck(school.as(noor), fine))
    await Promise.all(checks)
    expect(await school.database.deviceCheck.count()).toBe(1)
  })
})

describe('the request', () => {
  const parse = (body: unknown) => parseInput(recordDeviceCheckEndpoint, { params: {}, query: {}, body })

  test('contains only outcomes, without addresses and device names', () => {
    const sent = { ...fine, address: '192.0.2.7', label: 'Jabra Evolve2', userId: crypto.randomUUID() }
    expect(parse(sent)).toEqual(fine)
  })

  test.each<[string, unknown]>([
    ['empty', {}],
    ['with an unknown outcome', { ...fine, camera: 'fine' }],
    ['without one route', { ...fine, routes: { udp: 'open', tcp: 'open' } }],
    ['with a negative time', { ...fine, roundTripMs: -1 }],
    ['with half a millisecond', { ...fine, roundTripMs: 0.5 }],
  ])('is refused if it is %s', (_, body) => {
    expect(() => parse(body)).toThrow('invalid')
  })
})

/** Noor has a check, Karim has none. */
async function classOfTwo(school: School, status: 'scheduled' | 'in_progress' = 'scheduled') {
  const [trainer, noor, karim] = [
    await school.person('TRAINER', 'Leïla'),
    await school.person('STUDENT', 'Noor'),
    await school.person('STUDENT', 'Karim'),
  ]
  const sessionId = await school.session({ trainer, students: [noor, karim], status })
  await recordDeviceCheck(school.as(noor), { ...fine, camera: 'missing' })
  return { trainer, noor, karim, sessionId }
}

describe('the check before class', () => {
  test('is visible to the session’s trainer and admins, also if it is missing', async () => {
    const school = await createSchool()
    const { trainer, sessionId } = await classOfTwo(school)
    for (const context of [school.as(trainer), await school.asAdmin()]) {
      const { seats } = await findSession(context, { sessionId })
      expect(seats?.map(({ name, lastCheck }) => [name, lastCheck])).toEqual([
        ['Karim', null],
        ['Noor', { checkedAt: expect.any(String), result: 'no_camera' }],
      ])
    }
  })

  test('is hidden from students, also if they assist, and from other trainers', async () => {
    const school = await createSchool()
    const { karim, sessionId } = await classOfTwo(school)
    expect((await findSession(school.as(karim), { sessionId })).seats).toBeNull()
    await school.database.roomMember.create({
      data: { sessionId, userId: karim.id, assistantPermissions: ['admit'] },
    })
    const { seats } = await findSession(school.as(karim), { sessionId })
    expect(seats).toHaveLength(2)
    expect(seats?.some((seat) => 'lastCheck' in seat)).toBe(false)
    const other = await school.person('TRAINER')
    await expect(findSession(school.as(other), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('is hidden from a trainer who assists', async () => {
    const school = await createSchool()
    const { sessionId } = await classOfTwo(school)
    const other = await school.person('TRAINER')
    await school.database.roomMember.create({
      data: { sessionId, userId: other.id, assistantPermissions: ['hands'] },
    })
    const { seats } = await findSession(school.as(other), { sessionId })
    expect(seats?.some((seat) => 'lastCheck' in seat)).toBe(false)
  })

  test.each(['completed', 'cancelled'] as const)(
    'is hidden from everyone once the session is %s',
    async (status) => {
      const school = await createSchool()
      const { trainer, sessionId } = await classOfTwo(school, 'in_progress')
      await school.database.classSession.update({ where: { id: sessionId }, data: { status } })
      const { seats } = await findSession(school.as(trainer), { sessionId })
      expect(seats?.some((seat) => 'lastCheck' in seat)).toBe(false)
    },
  )
})

describe('the check token', () => {
  test('only allows joining a room that belongs to no session', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    const { token, roomName } = await issueCheckToken(school.as(noor))
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    expect(roomName).toBe(`check-${noor.id}`)
    expect(claims.video).toEqual({
      room: roomName,
      roomJoin: true,
      canPublish: false,
      canSubscribe: false,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    })
    expect(claims.exp - claims.iat).toBe(5 * 60)
    expect(token).not.toContain(noor.name)
    expect(claims.sub).not.toContain(noor.id)
  })

  test('gives no access to a session, and its holder is neither present nor removed', async () => {
    const school = await createSchool()
    const { noor, sessionId } = await classOfTwo(school, 'in_progress')
    const { media } = school.system()
    const { token, url, roomName } = await issueCheckToken(school.as(noor))
    const room = new Room()
    await room.connect(url, token, { autoSubscribe: false, dynacast: false })
    onTestFinished(() => room.disconnect())
    expect(await media.listParticipants(roomName)).toHaveLength(1)
    expect(await media.listParticipants(roomNameOf(sessionId))).toEqual([])
    await reconcilePresences(school.system())
    expect(await media.listParticipants(roomName)).toHaveLength(1)
    expect(await school.database.presence.count()).toBe(0)
  })

  test('leaves no stored events of its room', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    const participant = {
      identity: String(noor.id),
      sid: 'PA_1',
      joinedAt: new Date(),
      person: true,
      grants: { publish: [], subscribe: false, publishData: false, updateOwnMetadata: false },
      signInId: null,
    }
    const news = { at: new Date(), room: { roomName: checkRoomNameOf(noor.id), sid: 'RM_1' } }
    await deliverEvents(school, { kind: 'room_started', id: 'EV_1', ...news })
    await deliverEvents(school, { kind: 'joined', id: 'EV_2', ...news, participant })
    expect(await school.database.webhookEvent.count()).toBe(0)
    expect(await school.database.presence.count()).toBe(0)
    expect(school.sent).toEqual([])
  })
})
