import { type Room, RoomEvent } from 'livekit-client'
import { whenIdle } from '#components/classroom/ui/when-idle.ts'

const listenersByRoom = new WeakMap<Room, Map<RoomEvent, Set<() => void>>>()

/**
 * Calls `listener` at each of the events until the returned function is called. The room has one listener per event,
 * however many subscribe: it warns of more than 100, and a full class has more rows and tiles than that.
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
  // Rendering the participants now would delay the entry, which is still in progress.
  room.on(event, event === RoomEvent.SignalConnected ? () => whenIdle(notify) : notify)
  return set
}
