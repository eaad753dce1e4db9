import {
  type SelectedRoute,
  type Statistic,
  selectedRoute,
} from '#components/classroom/livekit/selected-route.ts'

/** Entry of a connection's statistics, with packet counts if it describes incoming media. */
export type MediaStatistic = Statistic & { packetsReceived?: number; packetsLost?: number }

/** Network route to the class, its round-trip time, and the packet loss since the previous reading, in percent. */
export type MeasuredRoute = SelectedRoute & { lostPercent: number | null }

/** Packet counts by which two readings are compared. */
export type PacketCounts = { received: number; lost: number }

/**
 * Current route of the media, or null if the browser doesn't report it. `before` holds the counts of the
 * previous reading.
 */
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
