/** Who has the floor: whoever has been speaking for 2 s, until somebody else has. */
export type Floor = {
  holder: string | null
  /** Who speaks but has not for long enough. */
  candidate: { identity: string; since: number } | null
  /** Who had the floor, the latest first. */
  recent: string[]
}

export const emptyFloor: Floor = { holder: null, candidate: null, recent: [] }

export const SPEAKS_FOR = 2_000
const REMEMBERED = 12

/** The floor when `loudest` (nobody: null) is heard at `now`, in milliseconds; the same object where nothing changes. */
export function nextFloor(floor: Floor, loudest: string | null, now: number): Floor {
  if (loudest === null || loudest === floor.holder)
    return floor.candidate ? { ...floor, candidate: null } : floor
  if (floor.candidate?.identity !== loudest) return { ...floor, candidate: { identity: loudest, since: now } }
  if (now - floor.candidate.since < SPEAKS_FOR) return floor
  const recent = [loudest, ...floor.recent.filter((identity) => identity !== loudest)].slice(0, REMEMBERED)
  return { holder: loudest, candidate: null, recent }
}
