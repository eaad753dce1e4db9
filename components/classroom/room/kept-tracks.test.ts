// @vitest-environment happy-dom

import { type LocalTrackPublication, Room, Track } from 'livekit-client'
import { expect, test, vi } from 'vitest'
import { createKeptTracks } from './kept-tracks.ts'

/** A microphone of one's own that is kept; where it is not in the room, it waits for the class to begin. */
function setUp({ isInRoom }: { isInRoom: boolean }) {
  const room = new Room()
  const switchActiveDevice = vi.spyOn(room, 'switchActiveDevice').mockResolvedValue(true)
  const setDeviceId = vi.fn(async (_device: ConstrainDOMString) => true)
  const track = { on: () => track, setDeviceId }
  const publication = { source: Track.Source.Microphone, track } as unknown as LocalTrackPublication
  if (isInRoom) room.localParticipant.getTrackPublication = () => publication
  const kept = createKeptTracks(room, () => isInRoom)
  kept.keep(publication)
  return { kept, setDeviceId, switchActiveDevice }
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
