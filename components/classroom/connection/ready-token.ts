import type { RoomToken } from '#lib/livekit/room-token.ts'

const GOOD_FOR = 5 * 60_000

/** A token made ready before it is needed, so that the click need not wait for it. */
export function createReadyToken(request: () => Promise<RoomToken>, now: () => number) {
  let ready: { token: Promise<RoomToken>; at: number } | null = null

  function isGood() {
    return ready !== null && now() - ready.at < GOOD_FOR
  }

  return {
    /** Makes one ready where there is none, or only an old one; a refusal is found out at `take`. */
    async prepare(): Promise<RoomToken | null> {
      if (!isGood()) {
        const made = { token: request(), at: now() }
        ready = made
        made.token.catch(() => {
          if (ready === made) ready = null
        })
      }
      return ready ? ready.token.catch(() => null) : null
    },
    /** The one made ready, used up by this, or else a fresh one. */
    take(how: 'ready' | 'fresh'): Promise<RoomToken> {
      const token = how === 'ready' && isGood() && ready ? ready.token : request()
      ready = null
      return token
    },
  }
}
