import type { Way } from '#lib/device-check/policy.ts'

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

export type SelectedWay = { way: Way; roundTripMs: number | null }

/** By which way a connection goes, and how long an answer takes; null where it has none yet. */
export function selectedWay(statistics: Statistic[]): SelectedWay | null {
  const chosen = statistics.find(({ selectedCandidatePairId }) => selectedCandidatePairId)
  const pair = statistics.find(
    ({ id, type, selected }) =>
      type === 'candidate-pair' && (chosen ? id === chosen.selectedCandidatePairId : selected),
  )
  const local = statistics.find(({ id }) => id === pair?.localCandidateId)
  if (!pair || !local) return null
  return {
    way: local.candidateType === 'relay' ? 'relay' : local.protocol === 'tcp' ? 'tcp' : 'udp',
    roundTripMs:
      pair.currentRoundTripTime === undefined ? null : Math.round(pair.currentRoundTripTime * 1000),
  }
}
