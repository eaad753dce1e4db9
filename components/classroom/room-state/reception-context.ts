import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Reception, ReceptionStore } from './reception.ts'

export const ReceptionContext = createContext<ReceptionStore | null>(null)

export function useReceptionStore(): ReceptionStore {
  const store = useContext(ReceptionContext)
  if (!store) throw new Error('What is received is asked outside the room')
  return store
}

export function useReception(): Reception {
  const store = useReceptionStore()
  return useSyncExternalStore(store.subscribe, () => store.state)
}
