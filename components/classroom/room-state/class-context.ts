import { createContext, useContext, useRef, useSyncExternalStore } from 'react'
import type { RoomState } from '#lib/classroom/room/api.ts'
import type { ChatStore } from './chat-store.ts'
import type { RoomApi } from './room-api.ts'
import type { RoomFollower } from './room-follower.ts'

export type InClass = { follower: RoomFollower; api: RoomApi; chat: ChatStore }

export const ClassContext = createContext<InClass | null>(null)

function useClass() {
  const context = useContext(ClassContext)
  if (!context) throw new Error('The class is used outside its room')
  return context
}

export function useFollower(): RoomFollower {
  return useClass().follower
}

export function useChat(): ChatStore {
  return useClass().chat
}

/** What the room asks of our server. */
export function useRoomApi(): RoomApi {
  return useClass().api
}

/** What `select` says of how things stand in the room; renders only where that changes. Until it is known, `unknown`. */
export function useRoomState<Value>(select: (state: RoomState) => Value, unknown: Value): Value {
  const { follower } = useClass()
  const kept = useRef<{ text: string; value: Value } | null>(null)
  return useSyncExternalStore(follower.subscribe, () => {
    const value = follower.state ? select(follower.state) : unknown
    if (kept.current && Object.is(kept.current.value, value)) return value
    // Lists are made anew with each reading: what says the same is the same.
    const text = JSON.stringify(value) ?? ''
    if (kept.current?.text !== text) kept.current = { text, value }
    return kept.current.value
  })
}
