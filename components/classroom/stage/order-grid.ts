import { isSameTile, type TileKey } from '#components/classroom/room-state/tile-key.ts'

export type GridParams = {
  people: string[]
  sharers: string[]
  trainer: string
  me: string
  pinned: TileKey | null
}

/** The grid's order, which nobody's speaking changes: pinned, shared screens, the trainer, oneself, then by time of joining. */
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
