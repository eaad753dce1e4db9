import { type Room, RoomEvent } from 'livekit-client'
import { whenIdle } from '#components/classroom/ui/when-idle.ts'

const followers = new WeakMap<Room, Map<RoomEvent, Set<() => void>>>()

/**
 * Calls `follow` at each of the events until the answered function is called. However many follow, the room has one
 * listener an event: of more than 100 it warns, and a full class has more rows and tiles than that.
 */
export function followRoom(room: Room, events: RoomEvent[], follow: () => void): () => void {
  const sets = events.map((event) => followersOf(room, event))
  for (const set of sets) set.add(follow)
  return () => {
    for (const set of sets) set.delete(follow)
  }
}

function followersOf(room: Room, event: RoomEvent): Set<() => void> {
  const byEvent = followers.get(room) ?? new Map<RoomEvent, Set<() => void>>()
  followers.set(room, byEvent)
  const known = byEvent.get(event)
  if (known) return known
  const set = new Set<() => void>()
  byEvent.set(event, set)
  const tell = () => {
    for (const follow of set) follow()
  }
  // Drawing who is there would hold up the way in, which goes on meanwhile.
  room.on(event, event === RoomEvent.SignalConnected ? () => whenIdle(tell) : tell)
  return set
}
