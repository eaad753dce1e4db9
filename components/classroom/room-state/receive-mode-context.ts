import { createContext, useContext, useSyncExternalStore } from 'react'
import type { ReceiveModeState, ReceiveModeStore } from './receive-mode.ts'

export const ReceiveModeContext = createContext<ReceiveModeStore | null>(null)

export function useReceiveModeStore(): ReceiveModeStore {
  const store = useContext(ReceiveModeContext)
  if (!store) throw new Error('What is received is asked outside the room')
  return store
}

export function useReceiveMode(): ReceiveModeState {
  const store = useReceiveModeStore()
  return useSyncExternalStore(store.subscribe, () => store.state)
}
