import { createContext, useContext } from 'react'
import type { EntryState } from './entry-state.ts'

export const EntryStateContext = createContext<EntryState>({ phase: 'preview' })

/** The state of the entry into the room. Only components that call this hook re-render when it changes. */
export function useEntryState(): EntryState {
  return useContext(EntryStateContext)
}
