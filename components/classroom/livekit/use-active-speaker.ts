import { type Room, RoomEvent } from 'livekit-client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { nextActiveSpeaker, noActiveSpeaker, SPEAKS_FOR } from './active-speaker.ts'

type ActiveSpeakerStore = ReturnType<typeof createActiveSpeakerStore>

/** Follows who speaks in the room while somebody subscribes. */
export function createActiveSpeakerStore(room: Room) {
  let state = noActiveSpeaker
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function handleSpeakersChanged() {
    clearTimeout(timer)
    const loudest = room.activeSpeakers.find((speaker) => !speaker.isLocal)
    const next = nextActiveSpeaker(state, loudest?.identity ?? null, Date.now())
    const isNew = next.speaker !== state.speaker || next.recent !== state.recent
    state = next
    // Speakers are told when they change, not while they go on.
    if (state.candidate)
      timer = setTimeout(handleSpeakersChanged, Math.max(0, state.candidate.since + SPEAKS_FOR - Date.now()))
    if (isNew) for (const listener of listeners) listener()
  }

  return {
    subscribe(listener: () => void) {
      if (listeners.size === 0) room.on(RoomEvent.ActiveSpeakersChanged, handleSpeakersChanged)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        room.off(RoomEvent.ActiveSpeakersChanged, handleSpeakersChanged)
        clearTimeout(timer)
      }
    },
    speaker: () => state.speaker,
    recent: () => state.recent,
  }
}

export const ActiveSpeakerContext = createContext<ActiveSpeakerStore | null>(null)

/** Who has the floor, and who had it lately. */
export function useActiveSpeaker(): { activeSpeaker: string | null; recent: string[] } {
  const store = useContext(ActiveSpeakerContext)
  if (!store) throw new Error('useFloor is used outside the room')
  return {
    activeSpeaker: useSyncExternalStore(store.subscribe, store.speaker),
    recent: useSyncExternalStore(store.subscribe, store.recent),
  }
}
