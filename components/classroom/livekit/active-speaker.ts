/** Who has the floor: whoever has been speaking for 2 s, until somebody else has. */
export type ActiveSpeakerState = {
  speaker: string | null
  /** Who speaks but has not for long enough. */
  candidate: { identity: string; since: number } | null
  /** Who had the floor, the latest first. */
  recent: string[]
}

export const noActiveSpeaker: ActiveSpeakerState = { speaker: null, candidate: null, recent: [] }

export const SPEAKS_FOR = 2_000
const REMEMBERED = 12

/** The floor when `loudest` (nobody: null) is heard at `now`, in milliseconds; the same object where nothing changes. */
export function nextActiveSpeaker(
  state: ActiveSpeakerState,
  loudest: string | null,
  now: number,
): ActiveSpeakerState {
  if (loudest === null || loudest === state.speaker)
    return state.candidate ? { ...state, candidate: null } : state
  if (state.candidate?.identity !== loudest) return { ...state, candidate: { identity: loudest, since: now } }
  if (now - state.candidate.since < SPEAKS_FOR) return state
  const recent = [loudest, ...state.recent.filter((identity) => identity !== loudest)].slice(0, REMEMBERED)
  return { speaker: loudest, candidate: null, recent }
}
