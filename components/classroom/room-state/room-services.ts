import { createContext, useContext } from 'react'
import { type Store, useStore } from '#components/classroom/ui/store.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'
import type { ChatStore } from './chat-store.ts'
import type { EntryState } from './entry-state.ts'
import type { ReceiveModeState, ReceiveModeStore } from './receive-mode.ts'
import type { RoomApi } from './room-api.ts'
import type { RoomStateStore } from './room-state-store.ts'

/** Stores and API of one room. They stay the same for as long as it is open. */
export type RoomServices = {
  roomState: RoomStateStore
  api: RoomApi
  chat: ChatStore
  /** null on a companion, which receives the shared screen only. */
  receiveMode: ReceiveModeStore | null
  connection: Store<{ entry: EntryState }>
}

export const RoomServicesContext = createContext<RoomServices | null>(null)

/** @throws Error outside the room */
export function useRoomServices(): RoomServices {
  const services = useContext(RoomServicesContext)
  if (!services) throw new Error('Outside the room')
  return services
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

export function useReceiveModeStore(): ReceiveModeStore {
  const { receiveMode } = useRoomServices()
  if (!receiveMode) throw new Error('A companion has no receive mode')
  return receiveMode
}

export function useReceiveMode(): ReceiveModeState {
  return useStore(useReceiveModeStore(), (state) => state)
}

/**
 * Value that `select` takes from the room state. Renders only when it changes. Returns `unknown` until the state is
 * loaded.
 */
export function useRoomState<Value>(select: (state: RoomState) => Value, unknown: Value): Value {
  return useStore(useRoomServices().roomState, ({ room }) => (room ? select(room) : unknown))
}
