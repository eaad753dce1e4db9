import { createContext } from 'react'
import type { TileKey } from './tile-key.ts'

/** One's own pin: what is pinned, and pinning something or, with null, nothing. */
export const PinContext = createContext<{ pinned: TileKey | null; pin: (tile: TileKey | null) => void }>({
  pinned: null,
  pin: () => {},
})
