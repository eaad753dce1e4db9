/** A picture in the room: somebody's camera (or their initials), or the screen they share. */
export type TileKey = { identity: string; source: 'camera' | 'screen' }

export function isSameTile(one: TileKey | null, other: TileKey | null): boolean {
  return one?.identity === other?.identity && one?.source === other?.source
}
