import { Room, RoomEvent } from '@livekit/rtc-node'
import { onTestFinished } from 'vitest'
import { grantsFor } from '#lib/classroom/entry/grants.ts'
import type { Actor } from '#lib/identity/actor.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { connectTestMedia } from './school.ts'

/** Somebody in a room, with a real LiveKit client. */
export type Visitor = { isInside(): boolean; leave(): Promise<void> }

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
  return { isInside: () => inside, leave }
}
