import { AudioSource, LocalAudioTrack, Room, TrackPublishOptions, TrackSource } from '@livekit/rtc-node'
import type { RoomToken } from '#lib/livekit/room-token.ts'

/**
 * Enters a room with a token and LiveKit's own client, like a program without our page. A participant who is removed
 * at once may never be fully connected.
 */
export async function joinWithToken({ url, token }: Pick<RoomToken, 'url' | 'token'>): Promise<Room> {
  const room = new Room()
  await room.connect(url, token, { autoSubscribe: false, dynacast: false }).catch(() => {})
  return room
}

/** Publishes an unmuted but silent microphone, if LiveKit allows it. */
export async function publishVoice({ localParticipant }: Room): Promise<void> {
  const track = LocalAudioTrack.createAudioTrack('microphone', new AudioSource(48_000, 1))
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE })
  await localParticipant?.publishTrack(track, options).catch(() => {})
}
