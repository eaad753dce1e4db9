/** What LiveKit is reached by, the best one first. */
export const networkRoutes = ['udp', 'tcp', 'relay'] as const
export type NetworkRoute = (typeof networkRoutes)[number]

export type RouteOutcome = 'open' | 'blocked' | 'not_offered'

/** What the network was found to let through, and how long an answer takes; null where no way is open. */
export type NetworkOutcome = { routes: Record<NetworkRoute, RouteOutcome>; roundTripMs: number | null }

/** Everything that a check looks at. */
export type CheckOutcomes = NetworkOutcome & {
  camera: 'works' | 'missing' | 'blocked' | 'failed'
  microphone: 'heard' | 'silent' | 'missing' | 'blocked' | 'failed'
  speaker: 'heard' | 'silent'
}

export type NetworkVerdict = 'good' | 'weak' | 'blocked'

/** The one thing that is most in the way of a class, or that nothing is. */
export type CheckResult =
  | 'ready'
  | 'network_blocked'
  | 'no_microphone'
  | 'not_heard'
  | 'no_sound'
  | 'network_weak'
  | 'no_camera'

/** People who talk do not notice 150 ms one way. Source: ITU-T G.114. */
const SLOW_ROUND_TRIP_MS = 300

/** Whether people would wait for each other's words. */
export function isSlow({ roundTripMs }: Pick<NetworkOutcome, 'roundTripMs'>): boolean {
  return roundTripMs !== null && roundTripMs > SLOW_ROUND_TRIP_MS
}

/** Good where the best way that this installation offers is open and quick; what it does not offer counts for nothing. */
export function networkVerdict(network: NetworkOutcome): NetworkVerdict {
  const outcomes = networkRoutes
    .map((route) => network.routes[route])
    .filter((outcome) => outcome !== 'not_offered')
  if (!outcomes.includes('open')) return 'blocked'
  return outcomes[0] === 'open' && !isSlow(network) ? 'good' : 'weak'
}

/** What matters most first: to be there, to be heard, to hear, and only then to be seen. */
export function checkResult(check: CheckOutcomes): CheckResult {
  const network = networkVerdict(check)
  if (network === 'blocked') return 'network_blocked'
  if (check.microphone === 'silent') return 'not_heard'
  if (check.microphone !== 'heard') return 'no_microphone'
  if (check.speaker === 'silent') return 'no_sound'
  if (network === 'weak') return 'network_weak'
  return check.camera === 'works' ? 'ready' : 'no_camera'
}
