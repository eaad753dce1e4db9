import type { NetworkRoute } from '#lib/device-check/policy.ts'

/** The used fields of one statistics entry (W3C, "Identifiers for WebRTC's Statistics API"). */
export type Statistic = {
  id: string
  type: string
  selectedCandidatePairId?: string
  /** Set by Firefox, instead of the id in `transport`. */
  selected?: boolean
  localCandidateId?: string
  currentRoundTripTime?: number
  protocol?: string
  candidateType?: string
}

export type SelectedRoute = { route: NetworkRoute; roundTripMs: number | null }

/** The route of a connection and its round trip time, or null if there is no route yet. */
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
