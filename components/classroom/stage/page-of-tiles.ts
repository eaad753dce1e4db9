import { isSameTile, type TileKey } from '#components/classroom/room-state/tile-key.ts'
import type { ScreenSize } from '#components/classroom/ui/use-screen-size.ts'

export type TilePage<Tile> = { tiles: Tile[]; page: number; pages: number }

/** One page of the tiles, counted from 0. A page that no longer exists gives the last one. */
export function pageOfTiles<Tile>(tiles: Tile[], page: number, perPage: number): TilePage<Tile> {
  const pages = Math.max(1, Math.ceil(tiles.length / perPage))
  const shown = Math.min(Math.max(0, page), pages - 1)
  return { tiles: tiles.slice(shown * perPage, (shown + 1) * perPage), page: shown, pages }
}

/** Page of a participant's camera, from 0; null if they have no tile. */
export function pageOf(tiles: TileKey[], identity: string, perPage: number): number | null {
  const index = tiles.findIndex((tile) => isSameTile(tile, { identity, source: 'camera' }))
  return index < 0 ? null : Math.floor(index / perPage)
}

/** Source: design.md, "Room stage" and "Phone". */
export function tilesPerStripPage(size: ScreenSize): number {
  return { phone: 3, landscape: 2, tablet: 5, desktop: 5, wide: 5 }[size]
}

export function tilesPerGridPage(size: ScreenSize): number {
  return { phone: 6, landscape: 6, tablet: 9, desktop: 9, wide: 16 }[size]
}

/** Columns and rows for this many tiles: as square as possible, on a phone at most two wide. */
export function gridShape(count: number, size: ScreenSize): { columns: number; rows: number } {
  const most = { phone: 2, landscape: 3, tablet: 3, desktop: 3, wide: 4 }[size]
  const square = Math.ceil(Math.sqrt(count))
  const columns = Math.max(1, Math.min(most, size === 'phone' && count < 3 ? 1 : square))
  return { columns, rows: Math.max(1, Math.ceil(count / columns)) }
}
