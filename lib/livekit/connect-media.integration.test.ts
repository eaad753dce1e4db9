import { describe, expect, test } from 'vitest'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { enterRoom } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { connectTestMedia, createSchool } from '#scripts/testing/school.ts'
import { connectMedia } from './connect-media.ts'
import { MediaUnavailable, roomNameOf } from './media.ts'

test('lists the participants of a room with their join times', async () => {
  const school = await createSchool()
  const media = connectTestMedia()
  const [noor, sessionId] = [await school.person('STUDENT'), await school.session()]
  const roomName = roomNameOf(sessionId)
  const before = Date.now()
  const visitor = await enterRoom(sessionId, noor)
  const rooms = await media.listRooms()
  expect(rooms.filter((room) => room.roomName === roomName)).toHaveLength(1)
  const [participant] = await media.listParticipants(roomName)
  expect(participant).toMatchObject({ identity: noor.id, person: true })
  expect(participant?.sid).toMatch(/^PA_/)
  expect(Math.abs((participant?.joinedAt.getTime() ?? 0) - before)).toBeLessThan(MINUTE_MS)
  await media.removeParticipant(roomName, noor.id)
  await eventually(() => expect(visitor.isInside()).toBe(false))
})

describe('actions succeed for', () => {
  test('unknown and closed rooms, and absent participants', async () => {
    const school = await createSchool()
    const media = connectTestMedia()
    const [noor, sessionId] = [await school.person('STUDENT'), await school.session()]
    const roomName = roomNameOf(sessionId)
    const grants = { publish: [], subscribe: true, publishData: false, updateOwnMetadata: false }
    const isGone = async () => {
      expect(await media.listParticipants(roomName)).toEqual([])
      await media.sendData(roomName, new Uint8Array(1), 'a-topic')
      await media.removeParticipant(roomName, noor.id)
      await media.deleteRoom(roomName)
    }
    await isGone()
    await enterRoom(sessionId, noor)
    const identity = crypto.randomUUID()
    await media.removeParticipant(roomName, identity)
    await media.changeGrants(roomName, identity, grants)
    await media.muteTrack(roomName, { identity, sid: 'TR_gone' })
    await media.deleteRoom(roomName)
    await isGone()
  })
})

test('a LiveKit that does not answer is not treated as an empty one', async () => {
  const nowhere = {
    url: 'ws://127.0.0.1:1',
    apiUrl: 'http://127.0.0.1:1',
    apiKey: 'key',
    apiSecret: 'x'.repeat(32),
  }
  const media = connectMedia(nowhere)
  const roomName = roomNameOf(toSessionId.parse(crypto.randomUUID()))
  const asked = [
    media.listRooms(),
    media.listParticipants(roomName),
    media.removeParticipant(roomName, 'noor'),
    media.deleteRoom(roomName),
  ]
  for (const answer of asked) await expect(answer).rejects.toBeInstanceOf(MediaUnavailable)
  expect(await media.isAvailable()).toBe(false)
  expect(await connectTestMedia().isAvailable()).toBe(true)
})
