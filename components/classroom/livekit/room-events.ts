import { type Room, RoomEvent } from 'livekit-client'
import { whenIdle } from '#components/classroom/ui/when-idle.ts'

const listenersByRoom = new WeakMap<Room, Map<RoomEvent, Set<() => void>>>()

/**
 * Calls `follow` at each of the events until the answered function is called. However many follow, the room has one
 * listener an event: of more than 100 it warns, and a full class has more rows and tiles than that.
 */
export function subscribeToRoom(room: Room, events: RoomEvent[], listener: () => void): () => void {
  const sets = events.map((event) => listenersOf(room, event))
  for (const set of sets) set.add(listener)
  return () => {
    for (const set of sets) set.delete(listener)
  }
}

function listenersOf(room: Room, event: RoomEvent): Set<() => void> {
  const byEvent = listenersByRoom.get(room) ?? new Map<RoomEvent, Set<() => void>>()
  listenersByRoom.set(room, byEvent)
  const known = byEvent.get(event)
  if (known) return known
  const set = new Set<() => void>()
  byEvent.set(event, set)
  const notify = () => {
    for (const listener of set) listener()
  }
  // Drawing who is there would hold up the way in, which goes on meanwhile.
  room.on(event, event === RoomEvent.SignalConnected ? () => whenIdle(notify) : notify)
  return set
}
