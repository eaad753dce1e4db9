import { type Room, RoomEvent } from 'livekit-client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { emptyFloor, nextFloor, SPEAKS_FOR } from './floor.ts'

type FloorStore = ReturnType<typeof createFloorStore>

/** Follows who speaks in the room while somebody subscribes. */
export function createFloorStore(room: Room) {
  let floor = emptyFloor
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function hear() {
    clearTimeout(timer)
    const loudest = room.activeSpeakers.find((speaker) => !speaker.isLocal)
    const next = nextFloor(floor, loudest?.identity ?? null, Date.now())
    const isNew = next.holder !== floor.holder || next.recent !== floor.recent
    floor = next
    // Speakers are told when they change, not while they go on.
    if (floor.candidate)
      timer = setTimeout(hear, Math.max(0, floor.candidate.since + SPEAKS_FOR - Date.now()))
    if (isNew) for (const listener of listeners) listener()
  }

  return {
    subscribe(listener: () => void) {
      if (listeners.size === 0) room.on(RoomEvent.ActiveSpeakersChanged, hear)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        room.off(RoomEvent.ActiveSpeakersChanged, hear)
        clearTimeout(timer)
      }
    },
    holder: () => floor.holder,
    recent: () => floor.recent,
  }
}

export const FloorContext = createContext<FloorStore | null>(null)

/** Who has the floor, and who had it lately. */
export function useFloor(): { speaker: string | null; recent: string[] } {
  const store = useContext(FloorContext)
  if (!store) throw new Error('useFloor is used outside the room')
  return {
    speaker: useSyncExternalStore(store.subscribe, store.holder),
    recent: useSyncExternalStore(store.subscribe, store.recent),
  }
}
