// @vitest-environment happy-dom

import { ConnectionState, type LocalTrackPublication, Room, Track } from 'livekit-client'
import { expect, test, vi } from 'vitest'
import { createLocalTracks } from './local-tracks.ts'

/** A microphone of one's own that is kept; where it is not in the room, it waits for the class to begin. */
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
    /** LiveKit tells the participant what they may publish. */
    permit(...canPublishSources: Track.Source[]) {
      const named = canPublishSources.map(Track.sourceToProto)
      const permissions = { canPublish: true, canSubscribe: true, canPublishSources: named }
      Object.assign(me, { permissions })
    },
  }
}

test('a microphone chosen before the class begins is the one that is heard then', async () => {
  const { kept, setDeviceId, switchActiveDevice } = setUp({ isInRoom: false })
  await kept.changeDevice('audioinput', 'headset')
  expect(setDeviceId).toHaveBeenCalledWith({ exact: 'headset' })
  expect(switchActiveDevice).toHaveBeenCalledWith('audioinput', 'headset')
})

test('what is in the room is changed over once, by LiveKit', async () => {
  const { kept, setDeviceId, switchActiveDevice } = setUp({ isInRoom: true })
  await kept.changeDevice('audioinput', 'headset')
  expect(setDeviceId).not.toHaveBeenCalled()
  expect(switchActiveDevice).toHaveBeenCalledTimes(1)
})

test('a microphone that does not open is not taken for the one in use', async () => {
  const { kept, setDeviceId, switchActiveDevice } = setUp({ isInRoom: false })
  setDeviceId.mockRejectedValue(new DOMException('Could not start audio source', 'NotReadableError'))
  await expect(kept.changeDevice('audioinput', 'headset')).rejects.toThrow()
  expect(switchActiveDevice).not.toHaveBeenCalled()
})

test('nothing is sent before the class begins, nor while there is no connection', () => {
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
  ['is taken down because it is locked is closed', Track.Source.Camera, 1],
  ['goes for another reason is left as it is', Track.Source.Microphone, 0],
])('a microphone that %s', async (_, allowed, stops) => {
  const { room, kept, publication, stop, permit } = setUp({ isInRoom: true })
  room.state = ConnectionState.Connected
  permit(allowed)
  kept.removePublication(publication)
  await Promise.resolve()
  expect(stop).toHaveBeenCalledTimes(stops)
})

test('what was on when the connection broke is kept', async () => {
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
