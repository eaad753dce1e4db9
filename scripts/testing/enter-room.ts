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
import { grantsOfToken } from '#lib/classroom/grants.ts'
import type { RoomChange, RoomUpdate } from '#lib/classroom/room/room-update.ts'
import { ROOM_TOPIC } from '#lib/classroom/room/topic.ts'
import type { Actor } from '#lib/context/actor.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { identityOf } from '#lib/livekit/identity.ts'
import type { SignedToken } from '#lib/livekit/media.ts'
import { eventually } from './eventually.ts'
import { connectTestMedia } from './school.ts'

/** A participant in a room, with a real LiveKit client. */
export type RoomClient = {
  isInside(): boolean
  /** Updates that our server sent to the room since the participant joined. */
  updates: RoomUpdate[]
  /** Waits until updates from our server reach the participant, which is a moment after joining. */
  waitUntilReachable(): Promise<void>
  /** Publishes an unmuted but silent microphone, a camera or a screen. */
  publish(source: 'microphone' | 'camera' | 'screen'): Promise<void>
  leave(): Promise<void>
}

/**
 * Enters the session's room with a token that we sign, whether or not the session allows it, like a participant with
 * an old token. Leaves when the test ends.
 */
export async function enterRoom(
  sessionId: SessionId,
  { id, name, role, signInId }: Omit<Actor, 'signInId'> & { signInId?: string },
  companion = false,
): Promise<RoomClient> {
  const isTrainer = role === 'TRAINER'
  const person = { id, isModerator: isTrainer, isTrainer, exceptions: [], companion }
  const grants = grantsOfToken({ locks: [], speakerId: null }, person)
  const identity = identityOf({ userId: id, companion })
  return joinWithToken(
    connectTestMedia().signToken({ sessionId, identity, name, grants, capacity: 10, signInId }),
  )
}

/** Enters a room with a token. Leaves when the test ends. */
export async function joinWithToken({ token, url }: Pick<SignedToken, 'token' | 'url'>): Promise<RoomClient> {
  const room = new Room()
  let inside = true
  room.on(RoomEvent.Disconnected, () => {
    inside = false
  })
  const heard: RoomUpdate[] = []
  let isReached = false
  room.on(RoomEvent.DataReceived, (data, from, _, topic) => {
    if (!from && topic === ROOM_TOPIC) heard.push(JSON.parse(new TextDecoder().decode(data)))
    if (topic === PING_TOPIC) isReached = true
  })
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  const leave = async () => {
    if (inside) await room.disconnect()
  }
  onTestFinished(leave)
  return {
    isInside: () => inside,
    updates: heard,
    async waitUntilReachable() {
      const identity = room.localParticipant?.identity
      if (!room.name || !identity) throw new Error('They are in no room')
      const { name } = room
      await eventually(async () => {
        await connectTestMedia().sendData(name, new Uint8Array(1), PING_TOPIC, [identity])
        if (!isReached) throw new Error('Nothing reaches them')
      })
    },
    async publish(source) {
      const track =
        source === 'microphone'
          ? LocalAudioTrack.createAudioTrack(source, new AudioSource(48_000, 1))
          : LocalVideoTrack.createVideoTrack(source, new VideoSource(320, 180))
      await room.localParticipant?.publishTrack(track, new TrackPublishOptions({ source: sources[source] }))
    },
    leave,
  }
}

/** Topic of messages that only test whether the participant is reachable. */
const PING_TOPIC = 'are-you-there'

const sources = {
  microphone: TrackSource.SOURCE_MICROPHONE,
  camera: TrackSource.SOURCE_CAMERA,
  screen: TrackSource.SOURCE_SCREENSHARE,
}

/** The changes that a participant received, ordered by number. */
export function changesReceived({ updates: heard }: RoomClient): RoomChange[] {
  return heard
    .flatMap((news) => (news.kind === 'changes' ? news.changes : []))
    .sort((one, other) => one.number - other.number)
    .map(({ change }) => change)
}
