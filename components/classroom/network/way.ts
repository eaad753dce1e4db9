import { type SelectedWay, type Statistic, selectedWay } from '#components/classroom/livekit/selected-way.ts'

/** A connection's statistics, with what was counted of each medium that arrives. */
export type MediaStatistic = Statistic & { packetsReceived?: number; packetsLost?: number }

/** How the class reaches one: by which way, how quickly, and what is lost of it since the reading before, in percent. */
export type MeasuredWay = SelectedWay & { lostPercent: number | null }

/** What two readings are compared by. */
export type Counted = { received: number; lost: number }

/** The way that media take now, or null where the browser does not tell; `before` is the count of the last reading. */
export function readWay(
  statistics: MediaStatistic[],
  before: Counted | null,
): { way: MeasuredWay | null; counted: Counted } {
  const counted = count(statistics)
  const selected = selectedWay(statistics)
  return { way: selected && { ...selected, lostPercent: lostSince(counted, before) }, counted }
}

function count(statistics: MediaStatistic[]): Counted {
  const counted = { received: 0, lost: 0 }
  for (const { type, packetsReceived = 0, packetsLost = 0 } of statistics) {
    if (type !== 'inbound-rtp') continue
    counted.received += packetsReceived
    counted.lost += packetsLost
  }
  return counted
}

function lostSince(now: Counted, before: Counted | null): number | null {
  if (!before) return null
  const lost = Math.max(0, now.lost - before.lost)
  const sent = lost + Math.max(0, now.received - before.received)
  return sent > 0 ? Math.round((100 * lost) / sent) : null
}
