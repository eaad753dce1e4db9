import { createContext, useRef, useSyncExternalStore } from 'react'
import { useRequired } from '#components/classroom/ui/use-required.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'
import type { ChatStore } from './chat-store.ts'
import type { RoomApi } from './room-api.ts'
import type { RoomStateStore } from './room-state-store.ts'

export type RoomServices = { roomState: RoomStateStore; api: RoomApi; chat: ChatStore }

export const RoomServicesContext = createContext<RoomServices | null>(null)

function useRoomServices(): RoomServices {
  return useRequired(RoomServicesContext)
}

export function useRoomStateStore(): RoomStateStore {
  return useRoomServices().roomState
}

export function useChatStore(): ChatStore {
  return useRoomServices().chat
}

/** What the room asks of our server. */
export function useRoomApi(): RoomApi {
  return useRoomServices().api
}

/** What `select` says of how things stand in the room; renders only where that changes. Until it is known, `unknown`. */
export function useRoomState<Value>(select: (state: RoomState) => Value, unknown: Value): Value {
  const { roomState } = useRoomServices()
  const previous = useRef<{ text: string; value: Value } | null>(null)
  return useSyncExternalStore(roomState.subscribe, () => {
    const value = roomState.state ? select(roomState.state) : unknown
    if (previous.current && Object.is(previous.current.value, value)) return value
    // Lists are made anew with each reading: what says the same is the same.
    const text = JSON.stringify(value) ?? ''
    if (previous.current?.text !== text) previous.current = { text, value }
    return previous.current.value
  })
}
