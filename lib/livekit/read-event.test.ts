import { createHash } from 'node:crypto'
import { AccessToken } from 'livekit-server-sdk'
import { describe, expect, test } from 'vitest'
import { ForgedEvent } from './media.ts'
import { createEventReader } from './read-event.ts'

const keys = { apiKey: 'devkey', apiSecret: 'a secret of the tests, 32 characters long' }
const readEvent = createEventReader({ ...keys, url: 'ws://127.0.0.1', apiUrl: 'http://127.0.0.1' })

const room = { sid: 'RM_1', name: 'session-8f14e45f' }
const noor = { sid: 'PA_1', identity: 'noor', joinedAt: '1795500000', joinedAtMs: '1795500000123' }

function bodyOf(event: string, parts: object = {}) {
  return JSON.stringify({ event, id: 'EV_1', createdAt: '1795500060', ...parts })
}

/** The Authorization header of LiveKit: a JWT with the hash of the body. */
function sign(body: string, { apiKey, apiSecret } = keys, ttl: number | string = '5m') {
  const token = new AccessToken(apiKey, apiSecret, { ttl })
  token.sha256 = createHash('sha256').update(body).digest('base64')
  return token.toJwt()
}

async function read(body: string) {
  return readEvent(body, await sign(body))
}

describe('an event of LiveKit is converted:', () => {
  const head = { id: 'EV_1', at: new Date(1_795_500_060_000) }
  const inRoom = { ...head, room: { roomName: 'session-8f14e45f', sid: 'RM_1' } }
  const person = {
    identity: 'noor',
    sid: 'PA_1',
    joinedAt: new Date(1_795_500_000_123),
    person: true,
    grants: { publish: [], subscribe: false, publishData: false, updateOwnMetadata: false },
    signInId: null,
  }

  test.each([
    ['room_started', { kind: 'room_started', ...inRoom }],
    ['room_finished', { kind: 'room_finished', ...inRoom }],
    ['participant_joined', { kind: 'joined', ...inRoom, participant: person }],
    ['participant_left', { kind: 'left', ...inRoom, participant: person }],
    ['participant_connection_aborted', { kind: 'other', name: 'participant_connection_aborted', ...head }],
    ['track_published', { kind: 'other', name: 'track_published', ...head }],
    ['something_new', { kind: 'other', name: 'something_new', ...head }],
  ])('%s', async (event, expected) => {
    expect(await read(bodyOf(event, { room, participant: noor }))).toEqual(expected)
  })

  test.each(['EGRESS', 'AGENT', 'INGRESS', 'SIP'])('%s is not a person', async (kind) => {
    const event = await read(bodyOf('participant_joined', { room, participant: { ...noor, kind } }))
    expect(event).toMatchObject({ kind: 'joined', participant: { person: false } })
  })

  test('join times of an older LiveKit, in seconds', async () => {
    const { joinedAtMs: _, ...older } = noor
    const event = await read(bodyOf('participant_joined', { room, participant: older }))
    expect(event).toMatchObject({ participant: { joinedAt: new Date(1_795_500_000_000) } })
  })

  test('an event without its room or participant becomes another event', async () => {
    expect(await read(bodyOf('room_started'))).toMatchObject({ kind: 'other' })
    expect(await read(bodyOf('participant_joined', { room }))).toMatchObject({ kind: 'other' })
  })
})

describe('a forged event is refused:', () => {
  const body = bodyOf('room_finished', { room })

  test('an invalid or missing signature', async () => {
    for (const authorization of [null, '', 'Bearer x', 'a.b.c']) {
      await expect(readEvent(body, authorization)).rejects.toBeInstanceOf(ForgedEvent)
    }
  })

  test('another secret or key', async () => {
    const secret = { ...keys, apiSecret: 'another secret, also 32 characters long' }
    await expect(readEvent(body, await sign(body, secret))).rejects.toBeInstanceOf(ForgedEvent)
    const key = { ...keys, apiKey: 'otherkey' }
    await expect(readEvent(body, await sign(body, key))).rejects.toBeInstanceOf(ForgedEvent)
  })

  test('a body that was not signed', async () => {
    const signature = await sign(body)
    await expect(readEvent(body.replace('RM_1', 'RM_2'), signature)).rejects.toBeInstanceOf(ForgedEvent)
  })

  test('an expired signature, and a room token in place of a signature', async () => {
    await expect(readEvent(body, await sign(body, keys, -300))).rejects.toBeInstanceOf(ForgedEvent)
    const token = new AccessToken(keys.apiKey, keys.apiSecret, { identity: 'noor' })
    token.addGrant({ roomJoin: true, room: room.name })
    await expect(readEvent(body, await token.toJwt())).rejects.toBeInstanceOf(ForgedEvent)
  })

  test('a valid signature of an invalid event', async () => {
    for (const nonsense of ['', 'hello', '[]', '{"event":7}']) {
      await expect(read(nonsense)).rejects.toBeInstanceOf(ForgedEvent)
    }
  })
})
