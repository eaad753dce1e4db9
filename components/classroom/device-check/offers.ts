import { type Room, RoomEvent } from 'livekit-client'
import type { RouteOutcome } from '#lib/device-check/policy.ts'

/** What LiveKit offered; nothing is known of that before it answered. */
export type Offered = { answered: boolean; ways: Set<string> }

/** Notes what LiveKit offers a connection as it answers, and tells of the answer. */
export function noteOffers(room: Room, onAnswer?: () => void): Offered {
  const offered: Offered = { answered: false, ways: new Set() }
  room.once(RoomEvent.SignalConnected, () => {
    offered.answered = true
    const servers = room.engine.latestJoinResponse?.iceServers ?? []
    if (servers.some(({ urls }) => urls.some((url) => /^turns?:/.test(url)))) offered.ways.add('relay')
    const { client } = room.engine
    const take = client.onTrickle
    client.onTrickle = (candidate, target) => {
      take?.(candidate, target)
      // The last one of all is empty.
      const { protocol } = candidate.candidate ? new RTCIceCandidate(candidate) : { protocol: null }
      if (protocol) offered.ways.add(protocol)
    }
    onAnswer?.()
  })
  return offered
}

/** What to say of a way that did not open. */
export function unopened({ answered, ways }: Offered, way: string): RouteOutcome {
  return answered && !ways.has(way) ? 'not_offered' : 'blocked'
}
