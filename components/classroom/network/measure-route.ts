import {
  type SelectedRoute,
  type Statistic,
  selectedRoute,
} from '#components/classroom/livekit/selected-route.ts'

/** A connection's statistics, with what was counted of each medium that arrives. */
export type MediaStatistic = Statistic & { packetsReceived?: number; packetsLost?: number }

/** How the class reaches one: by which way, how quickly, and what is lost of it since the reading before, in percent. */
export type MeasuredRoute = SelectedRoute & { lostPercent: number | null }

/** What two readings are compared by. */
export type PacketCounts = { received: number; lost: number }

/** The way that media take now, or null where the browser does not tell; `before` is the count of the last reading. */
export function measureRoute(
  statistics: MediaStatistic[],
  before: PacketCounts | null,
): { route: MeasuredRoute | null; counts: PacketCounts } {
  const counts = countPackets(statistics)
  const selected = selectedRoute(statistics)
  return { route: selected && { ...selected, lostPercent: lostSince(counts, before) }, counts }
}

function countPackets(statistics: MediaStatistic[]): PacketCounts {
  const counts = { received: 0, lost: 0 }
  for (const { type, packetsReceived = 0, packetsLost = 0 } of statistics) {
    if (type !== 'inbound-rtp') continue
    counts.received += packetsReceived
    counts.lost += packetsLost
  }
  return counts
}

function lostSince(now: PacketCounts, before: PacketCounts | null): number | null {
  if (!before) return null
  const lost = Math.max(0, now.lost - before.lost)
  const sent = lost + Math.max(0, now.received - before.received)
  return sent > 0 ? Math.round((100 * lost) / sent) : null
}
