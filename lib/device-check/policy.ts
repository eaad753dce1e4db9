/** Routes to LiveKit, the best one first. */
export const networkRoutes = ['udp', 'tcp', 'relay'] as const
export type NetworkRoute = (typeof networkRoutes)[number]

export type RouteOutcome = 'open' | 'blocked' | 'not_offered'

/** Outcome of each route, and the round-trip time; null if no route is open. */
export type NetworkOutcome = { routes: Record<NetworkRoute, RouteOutcome>; roundTripMs: number | null }

/** All outcomes of a check. */
export type CheckOutcomes = NetworkOutcome & {
  camera: 'works' | 'missing' | 'blocked' | 'failed'
  microphone: 'heard' | 'silent' | 'missing' | 'blocked' | 'failed'
  speaker: 'heard' | 'silent'
}

export type NetworkVerdict = 'good' | 'weak' | 'blocked'

/** The most important problem for a class, or `ready`. */
export type CheckResult =
  | 'ready'
  | 'network_blocked'
  | 'no_microphone'
  | 'not_heard'
  | 'no_sound'
  | 'network_weak'
  | 'no_camera'

/** People in a conversation do not notice 150 ms one way. Source: ITU-T G.114. */
const SLOW_ROUND_TRIP_MS = 300

/** Whether the delay disturbs a conversation. */
export function isSlow({ roundTripMs }: Pick<NetworkOutcome, 'roundTripMs'>): boolean {
  return roundTripMs !== null && roundTripMs > SLOW_ROUND_TRIP_MS
}

/**
 * Good if the best route that this installation offers is open and fast. Routes that are not offered are ignored.
 */
export function networkVerdict(network: NetworkOutcome): NetworkVerdict {
  const outcomes = networkRoutes
    .map((route) => network.routes[route])
    .filter((outcome) => outcome !== 'not_offered')
  if (!outcomes.includes('open')) return 'blocked'
  return outcomes[0] === 'open' && !isSlow(network) ? 'good' : 'weak'
}

/** The most important problem. Order: join, be heard, hear, be seen. */
export function checkResult(check: CheckOutcomes): CheckResult {
  const network = networkVerdict(check)
  if (network === 'blocked') return 'network_blocked'
  if (check.microphone === 'silent') return 'not_heard'
  if (check.microphone !== 'heard') return 'no_microphone'
  if (check.speaker === 'silent') return 'no_sound'
  if (network === 'weak') return 'network_weak'
  return check.camera === 'works' ? 'ready' : 'no_camera'
}
