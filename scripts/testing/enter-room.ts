import {
  AudioSource,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoSource,
} from '@livekit/rtc-node'
import { onTestFinished } from 'vitest'
import { grantsFor } from '#lib/classroom/entry/grants.ts'
import type { Actor } from '#lib/identity/actor.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { connectTestMedia } from './school.ts'

/** Somebody in a room, with a real LiveKit client. */
export type Visitor = {
  isInside(): boolean
  /** Publishes a microphone that is on, though silent, or a camera. */
  publish(source: 'microphone' | 'camera'): Promise<void>
  leave(): Promise<void>
}

/**
 * Enters the session's room with a token of ours, whether the session lets them or not: as somebody does who has
 * an old token. They leave when the test ends.
 */
export async function enterRoom(sessionId: SessionId, { id, name, role }: Actor): Promise<Visitor> {
  const pass = { sessionId, userId: id, name, grants: grantsFor(role), places: 10 }
  const { token, url } = await connectTestMedia().signPass(pass)
  const room = new Room()
  let inside = true
  room.on(RoomEvent.Disconnected, () => {
    inside = false
  })
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  const leave = async () => {
    if (inside) await room.disconnect()
  }
  onTestFinished(leave)
  return {
    isInside: () => inside,
    async publish(source) {
      const [track, as] =
        source === 'microphone'
          ? [
              LocalAudioTrack.createAudioTrack(source, new AudioSource(48_000, 1)),
              TrackSource.SOURCE_MICROPHONE,
            ]
          : [LocalVideoTrack.createVideoTrack(source, new VideoSource(320, 180)), TrackSource.SOURCE_CAMERA]
      await room.localParticipant?.publishTrack(track, new TrackPublishOptions({ source: as }))
    },
    leave,
  }
}
