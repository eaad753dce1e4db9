import { createContext, useContext } from 'react'
import type { Entry } from '#components/classroom/visit/entry-state.ts'

export const EntryContext = createContext<Entry>({ at: 'preview' })

/** Where one is on the way in; only what asks for it is drawn when that changes. */
export function useEntry(): Entry {
  return useContext(EntryContext)
}
