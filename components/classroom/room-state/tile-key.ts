/** Picture in the room: a participant's camera (or their initials), or their shared screen. */
export type TileKey = { identity: string; source: 'camera' | 'screen' }

export function isSameTile(one: TileKey | null, other: TileKey | null): boolean {
  return one?.identity === other?.identity && one?.source === other?.source
}
