import { isSameTile, type TileKey } from '#components/classroom/room-state/tile-key.ts'

export type GridParams = {
  people: string[]
  sharers: string[]
  trainer: string
  me: string
  pinned: TileKey | null
}

/**
 * Order of the grid, independent of speakers: pinned, shared screens, the trainer, the viewer, then by join
 * time.
 */
export function orderGrid({ people, sharers, trainer, me, pinned }: GridParams): TileKey[] {
  const first = [trainer, me].filter((identity) => people.includes(identity))
  const faces = [...new Set([...first, ...people])]
  const tiles: TileKey[] = [
    ...sharers.map((identity) => ({ identity, source: 'screen' as const })),
    ...faces.map((identity) => ({ identity, source: 'camera' as const })),
  ]
  const isPinned = (tile: TileKey) => isSameTile(tile, pinned)
  return [...tiles.filter(isPinned), ...tiles.filter((tile) => !isPinned(tile))]
}
