/** The active speaker: a participant who has spoken for 2 s, until another participant has. */
export type ActiveSpeakerState = {
  speaker: string | null
  /** The participant who speaks, but not for long enough yet. */
  candidate: { identity: string; since: number } | null
  /** Active speakers so far, latest first. */
  recent: string[]
}

export const noActiveSpeaker: ActiveSpeakerState = { speaker: null, candidate: null, recent: [] }

export const SPEAKS_FOR_MS = 2_000
const REMEMBERED = 12

/** The state when `loudest` (null: silence) is heard at `now`, in ms; the same object if nothing changes. */
export function nextActiveSpeaker(
  state: ActiveSpeakerState,
  loudest: string | null,
  now: number,
): ActiveSpeakerState {
  if (loudest === null || loudest === state.speaker)
    return state.candidate ? { ...state, candidate: null } : state
  if (state.candidate?.identity !== loudest) return { ...state, candidate: { identity: loudest, since: now } }
  if (now - state.candidate.since < SPEAKS_FOR_MS) return state
  const recent = [loudest, ...state.recent.filter((identity) => identity !== loudest)].slice(0, REMEMBERED)
  return { speaker: loudest, candidate: null, recent }
}
