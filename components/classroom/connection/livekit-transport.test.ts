// @vitest-environment happy-dom

import { DisconnectReason, type RemoteParticipant, Room, RoomEvent } from 'livekit-client'
import { expect, test, vi } from 'vitest'
import type { RoomStateStore } from '#components/classroom/room-state/room-state-store.ts'
import { ROOM_TOPIC } from '#lib/classroom/room/topic.ts'
import { createLiveKitTransport } from './livekit-transport.ts'

function setUp() {
  const room = new Room()
  vi.spyOn(room, 'disconnect').mockResolvedValue()
  const handleUpdate = vi.fn()
  const refresh = vi.fn(async () => {})
  const link = createLiveKitTransport(room, { handleUpdate, refresh } as unknown as RoomStateStore)
  const told: string[] = []
  link.watch((news) => void told.push(news))
  return { room, handleUpdate, refresh, link, told }
}

test('room updates are accepted only from our server, never from participants', () => {
  const { room, handleUpdate } = setUp()
  const news = { kind: 'heartbeat', number: 7 }
  const data = new TextEncoder().encode(JSON.stringify(news))
  const somebody = { identity: 'leila' } as RemoteParticipant
  room.emit(RoomEvent.DataReceived, data, somebody, undefined, ROOM_TOPIC)
  room.emit(RoomEvent.DataReceived, data, undefined, undefined, 'another topic')
  expect(handleUpdate).not.toHaveBeenCalled()
  room.emit(RoomEvent.DataReceived, data, undefined, undefined, ROOM_TOPIC)
  expect(handleUpdate).toHaveBeenCalledExactlyOnceWith(news)
})

test.each([
  [DisconnectReason.DUPLICATE_IDENTITY, 'elsewhere'],
  [DisconnectReason.PARTICIPANT_REMOVED, 'removed'],
  [DisconnectReason.ROOM_DELETED, 'removed'],
  [DisconnectReason.ROOM_CLOSED, 'removed'],
  [DisconnectReason.SERVER_SHUTDOWN, 'disconnected'],
  [undefined, 'disconnected'],
])('disconnect reason %s is reported as %s', (reason, expected) => {
  const { room, told } = setUp()
  room.emit(RoomEvent.Disconnected, reason)
  expect(told).toEqual([expected])
})

test('leaving is not reported as a disconnect', async () => {
  const { room, link, told } = setUp()
  await link.leave()
  room.emit(RoomEvent.Disconnected, DisconnectReason.CLIENT_INITIATED)
  expect(told).toEqual([])
})

test('after a reconnect the room state is refreshed', () => {
  const { room, refresh, told } = setUp()
  room.emit(RoomEvent.Reconnecting)
  expect(refresh).not.toHaveBeenCalled()
  room.emit(RoomEvent.Reconnected)
  expect(refresh).toHaveBeenCalledTimes(1)
  expect(told).toEqual(['reconnecting', 'reconnected'])
})
