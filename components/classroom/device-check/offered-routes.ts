import { type Room, RoomEvent } from 'livekit-client'
import type { RouteOutcome } from '#lib/device-check/policy.ts'

/** The routes that LiveKit offered; unknown until it has answered. */
export type OfferedRoutes = { answered: boolean; routes: Set<string> }

/** Collects the routes that LiveKit offers a connection, and calls `onAnswer` when LiveKit answers. */
export function watchOfferedRoutes(room: Room, onAnswer?: () => void): OfferedRoutes {
  const offered: OfferedRoutes = { answered: false, routes: new Set() }
  room.once(RoomEvent.SignalConnected, () => {
    offered.answered = true
    const servers = room.engine.latestJoinResponse?.iceServers ?? []
    if (servers.some(({ urls }) => urls.some((url) => /^turns?:/.test(url)))) offered.routes.add('relay')
    const { client } = room.engine
    const take = client.onTrickle
    client.onTrickle = (candidate, target) => {
      take?.(candidate, target)
      // The last candidate is empty.
      const { protocol } = candidate.candidate ? new RTCIceCandidate(candidate) : { protocol: null }
      if (protocol) offered.routes.add(protocol)
    }
    onAnswer?.()
  })
  return offered
}

/** The outcome of a route that did not open. */
export function closedRouteOutcome({ answered, routes }: OfferedRoutes, route: string): RouteOutcome {
  return answered && !routes.has(route) ? 'not_offered' : 'blocked'
}
