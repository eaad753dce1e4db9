import { type Room, RoomEvent } from 'livekit-client'
import { createContext, useSyncExternalStore } from 'react'
import { useRequired } from '#components/classroom/ui/use-required.ts'
import { nextActiveSpeaker, noActiveSpeaker, SPEAKS_FOR_MS } from './active-speaker.ts'

type ActiveSpeakerStore = ReturnType<typeof createActiveSpeakerStore>

/** Store of the room's active speaker. Listens to the room only while it has subscribers. */
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
    // LiveKit sends an event when the speakers change, not while they continue to speak.
    if (state.candidate)
      timer = setTimeout(
        handleSpeakersChanged,
        Math.max(0, state.candidate.since + SPEAKS_FOR_MS - Date.now()),
      )
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

/** The active speaker and the recent ones. */
export function useActiveSpeaker(): { activeSpeaker: string | null; recent: string[] } {
  const store = useRequired(ActiveSpeakerContext)
  return {
    activeSpeaker: useSyncExternalStore(store.subscribe, store.speaker),
    recent: useSyncExternalStore(store.subscribe, store.recent),
  }
}
