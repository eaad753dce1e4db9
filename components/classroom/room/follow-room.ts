import { type Room, RoomEvent } from 'livekit-client'
import type { RoomFollower } from '#components/classroom/follow/room-follower.ts'
import { ROOM_TOPIC } from '#lib/classroom/room/topic.ts'

/** Lets the follower hear what our server tells in the room, and read what was missed in a break. */
export function followRoom(room: Room, follower: RoomFollower): void {
  room.on(RoomEvent.Reconnected, follower.refresh).on(RoomEvent.DataReceived, (data, from, _kind, topic) => {
    // What comes from nobody inside comes from our server.
    if (!from && topic === ROOM_TOPIC) follower.hear(JSON.parse(new TextDecoder().decode(data)))
  })
}
