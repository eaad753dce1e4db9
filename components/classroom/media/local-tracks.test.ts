// @vitest-environment happy-dom

import { ConnectionState, type LocalTrackPublication, Room, Track } from 'livekit-client'
import { expect, test, vi } from 'vitest'
import { createLocalTracks } from './local-tracks.ts'

/** Local tracks with a microphone. If it is not in the room, it waits for the class to start. */
function setUp({ isInRoom }: { isInRoom: boolean }) {
  const room = new Room()
  const switchActiveDevice = vi.spyOn(room, 'switchActiveDevice').mockResolvedValue(true)
  const setDeviceId = vi.fn(async (_device: ConstrainDOMString) => true)
  const stop = vi.fn()
  const track = { on: () => track, off: () => track, setDeviceId, stop }
  const publication = { source: Track.Source.Microphone, track } as unknown as LocalTrackPublication
  if (isInRoom) room.localParticipant.getTrackPublication = () => publication
  const me = room.localParticipant
  const publishTrack = vi.spyOn(me, 'publishTrack').mockResolvedValue(publication)
  let hasBegun = isInRoom
  const kept = createLocalTracks(room, () => hasBegun)
  kept.addPublication(publication)
  return {
    room,
    kept,
    publication,
    setDeviceId,
    switchActiveDevice,
    publishTrack,
    stop,
    begin: () => {
      hasBegun = true
    },
    /** Sets the sources that the participant may publish. */
    permit(...canPublishSources: Track.Source[]) {
      const named = canPublishSources.map(Track.sourceToProto)
      const permissions = { canPublish: true, canSubscribe: true, canPublishSources: named }
      Object.assign(me, { permissions })
    },
  }
}

test('a microphone chosen before the class starts is used from the start', async () => {
  const { kept, setDeviceId, switchActiveDevice } = setUp({ isInRoom: false })
  await kept.changeDevice('audioinput', 'headset')
  expect(setDeviceId).toHaveBeenCalledWith({ exact: 'headset' })
  expect(switchActiveDevice).toHaveBeenCalledWith('audioinput', 'headset')
})

test('a published microphone is switched only once, by LiveKit', async () => {
  const { kept, setDeviceId, switchActiveDevice } = setUp({ isInRoom: true })
  await kept.changeDevice('audioinput', 'headset')
  expect(setDeviceId).not.toHaveBeenCalled()
  expect(switchActiveDevice).toHaveBeenCalledTimes(1)
})

test('a microphone that fails to open does not become the active device', async () => {
  const { kept, setDeviceId, switchActiveDevice } = setUp({ isInRoom: false })
  setDeviceId.mockRejectedValue(new DOMException('Could not start audio source', 'NotReadableError'))
  await expect(kept.changeDevice('audioinput', 'headset')).rejects.toThrow()
  expect(switchActiveDevice).not.toHaveBeenCalled()
})

test('nothing is published before the class starts or without a connection', () => {
  const { room, kept, publishTrack, begin } = setUp({ isInRoom: false })
  room.state = ConnectionState.Connected
  kept.publish()
  begin()
  room.state = ConnectionState.Reconnecting
  kept.publish()
  expect(publishTrack).not.toHaveBeenCalled()
  room.state = ConnectionState.Connected
  kept.publish()
  expect(publishTrack).toHaveBeenCalledTimes(1)
})

test.each([
  ['is unpublished because of a lock is stopped', Track.Source.Camera, 1],
  ['is unpublished for another reason is not stopped', Track.Source.Microphone, 0],
])('a microphone that %s', async (_, allowed, stops) => {
  const { room, kept, publication, stop, permit } = setUp({ isInRoom: true })
  room.state = ConnectionState.Connected
  permit(allowed)
  kept.removePublication(publication)
  await Promise.resolve()
  expect(stop).toHaveBeenCalledTimes(stops)
})

test('a track that was on when the connection broke is published again', async () => {
  const { room, kept, publication, stop, begin, publishTrack } = setUp({ isInRoom: false })
  room.state = ConnectionState.Disconnected
  kept.removePublication(publication)
  await Promise.resolve()
  expect(stop).not.toHaveBeenCalled()
  room.state = ConnectionState.Connected
  begin()
  kept.publish()
  expect(publishTrack).toHaveBeenCalledTimes(1)
})
