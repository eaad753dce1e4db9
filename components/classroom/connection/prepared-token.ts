import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'

const GOOD_FOR_MS = 5 * MINUTE_MS

/** Requests a token in advance, so that the click does not wait for it. */
export function createPreparedToken(request: () => Promise<RoomToken>, now: () => number) {
  let prepared: { token: Promise<RoomToken>; at: number } | null = null

  function isUsable() {
    return prepared !== null && now() - prepared.at < GOOD_FOR_MS
  }

  return {
    /** Requests a token if there is none or only an old one. A refusal surfaces in `take`. */
    async prepare(): Promise<RoomToken | null> {
      if (!isUsable()) {
        const made = { token: request(), at: now() }
        prepared = made
        made.token.catch(() => {
          if (prepared === made) prepared = null
        })
      }
      return prepared ? prepared.token.catch(() => null) : null
    },
    /** The prepared token, which is used only once, or a fresh token. */
    take(kind: 'prepared' | 'fresh'): Promise<RoomToken> {
      const token = kind === 'prepared' && isUsable() && prepared ? prepared.token : request()
      prepared = null
      return token
    },
  }
}
