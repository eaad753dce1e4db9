import { createContext, useContext } from 'react'
import type { Entry } from './entry-state.ts'

export const EntryContext = createContext<Entry>({ at: 'preview' })

/** The state of the entry into the room. Only components that call this are drawn again when it changes. */
export function useEntry(): Entry {
  return useContext(EntryContext)
}
