import type { RoomToken } from '#lib/livekit/room-token.ts'

const GOOD_FOR = 5 * 60_000

/** A token made ready before it is needed, so that the click need not wait for it. */
export function createPreparedToken(request: () => Promise<RoomToken>, now: () => number) {
  let prepared: { token: Promise<RoomToken>; at: number } | null = null

  function isUsable() {
    return prepared !== null && now() - prepared.at < GOOD_FOR
  }

  return {
    /** Makes one ready where there is none, or only an old one; a refusal is found out at `take`. */
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
    /** The one made ready, used up by this, or else a fresh one. */
    take(kind: 'prepared' | 'fresh'): Promise<RoomToken> {
      const token = kind === 'prepared' && isUsable() && prepared ? prepared.token : request()
      prepared = null
      return token
    },
  }
}
