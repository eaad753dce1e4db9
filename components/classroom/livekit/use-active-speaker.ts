import { useRoomContext } from '@livekit/components-react'
import { type Room, RoomEvent } from 'livekit-client'
import { createStore, type Store, useStore } from '#components/classroom/ui/store.ts'
import {
  type ActiveSpeakerState,
  nextActiveSpeaker,
  noActiveSpeaker,
  SPEAKS_FOR_MS,
} from './active-speaker.ts'

const stores = new WeakMap<Room, Store<ActiveSpeakerState>>()

/** The active speaker of a room. Listens to the room only while the store has subscribers. */
export function activeSpeakerOf(room: Room): Store<ActiveSpeakerState> {
  const known = stores.get(room)
  if (known) return known
  let timer: ReturnType<typeof setTimeout> | undefined
  const [store, set] = createStore<ActiveSpeakerState>(noActiveSpeaker, () => {
    room.on(RoomEvent.ActiveSpeakersChanged, handleSpeakersChanged)
    return () => {
      room.off(RoomEvent.ActiveSpeakersChanged, handleSpeakersChanged)
      clearTimeout(timer)
    }
  })

  function handleSpeakersChanged() {
    clearTimeout(timer)
    const loudest = room.activeSpeakers.find((speaker) => !speaker.isLocal)
    const next = nextActiveSpeaker(store.state, loudest?.identity ?? null, Date.now())
    if (next !== store.state) set(next)
    // LiveKit sends an event when the speakers change, not while they continue to speak.
    if (next.candidate)
      timer = setTimeout(
        handleSpeakersChanged,
        Math.max(0, next.candidate.since + SPEAKS_FOR_MS - Date.now()),
      )
  }

  stores.set(room, store)
  return store
}

/** The active speaker and the recent ones. */
export function useActiveSpeaker(): { activeSpeaker: string | null; recent: string[] } {
  const store = activeSpeakerOf(useRoomContext())
  return {
    activeSpeaker: useStore(store, ({ speaker }) => speaker),
    recent: useStore(store, ({ recent }) => recent),
  }
}
