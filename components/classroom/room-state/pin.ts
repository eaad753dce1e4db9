import { createContext } from 'react'
import type { TileKey } from './tile-key.ts'

/** Local pin of the viewer. `pin(null)` unpins. */
export const PinContext = createContext<{ pinned: TileKey | null; pin: (tile: TileKey | null) => void }>({
  pinned: null,
  pin: () => {},
})
