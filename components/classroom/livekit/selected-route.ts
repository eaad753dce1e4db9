import type { NetworkRoute } from '#lib/device-check/policy.ts'

/** One entry of a connection's statistics, as far as it is looked at (W3C, "Identifiers for WebRTC's Statistics API"). */
export type Statistic = {
  id: string
  type: string
  selectedCandidatePairId?: string
  /** Firefox says it here instead of in `transport`. */
  selected?: boolean
  localCandidateId?: string
  currentRoundTripTime?: number
  protocol?: string
  candidateType?: string
}

export type SelectedRoute = { route: NetworkRoute; roundTripMs: number | null }

/** By which way a connection goes, and how long an answer takes; null where it has none yet. */
export function selectedRoute(statistics: Statistic[]): SelectedRoute | null {
  const chosen = statistics.find(({ selectedCandidatePairId }) => selectedCandidatePairId)
  const pair = statistics.find(
    ({ id, type, selected }) =>
      type === 'candidate-pair' && (chosen ? id === chosen.selectedCandidatePairId : selected),
  )
  const local = statistics.find(({ id }) => id === pair?.localCandidateId)
  if (!pair || !local) return null
  return {
    route: local.candidateType === 'relay' ? 'relay' : local.protocol === 'tcp' ? 'tcp' : 'udp',
    roundTripMs:
      pair.currentRoundTripTime === undefined ? null : Math.round(pair.currentRoundTripTime * 1000),
  }
}
