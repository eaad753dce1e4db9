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

/** API of the current room. */
export function useRoomApi(): RoomApi {
  return useRoomServices().api
}

/**
 * Value that `select` takes from the room state. Renders only when it changes. Returns `unknown` until the
 * state is loaded.
 */
export function useRoomState<Value>(select: (state: RoomState) => Value, unknown: Value): Value {
  const { roomState } = useRoomServices()
  const previous = useRef<{ text: string; value: Value } | null>(null)
  return useSyncExternalStore(roomState.subscribe, () => {
    const value = roomState.state ? select(roomState.state) : unknown
    if (previous.current && Object.is(previous.current.value, value)) return value
    // Each read creates new lists. Values with equal content count as unchanged.
    const text = JSON.stringify(value) ?? ''
    if (previous.current?.text !== text) previous.current = { text, value }
    return previous.current.value
  })
}
