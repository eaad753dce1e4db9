/** How the class reaches one, as the browser counts it. */
export type Way = {
  transport: 'direct' | 'tcp' | 'relay'
  /** To LiveKit and back. */
  roundTripMs: number | null
  /** Of what was sent since the reading before, in percent. */
  lostPercent: number | null
}

/** What two readings are compared by. */
export type Counted = { received: number; lost: number }

/** The part of a browser's statistics that is read here: https://www.w3.org/TR/webrtc-stats/ */
export type Statistics = Iterable<Readonly<Record<string, unknown>>>

/** The way that media take now, or null where the browser does not tell; `before` is the count of the last reading. */
export function readWay(
  statistics: Statistics,
  before: Counted | null,
): { way: Way | null; counted: Counted } {
  const all = [...statistics]
  const counted = count(all)
  const pair = all.find(
    ({ type, state, nominated }) => type === 'candidate-pair' && state === 'succeeded' && nominated === true,
  )
  const local = all.find(({ id }) => id !== undefined && id === pair?.localCandidateId)
  if (!pair || !local) return { way: null, counted }
  return {
    way: {
      transport: transportOf(local),
      roundTripMs: milliseconds(pair.currentRoundTripTime),
      lostPercent: lost(counted, before),
    },
    counted,
  }
}

function transportOf({ candidateType, protocol }: Readonly<Record<string, unknown>>): Way['transport'] {
  if (candidateType === 'relay') return 'relay'
  return protocol === 'tcp' ? 'tcp' : 'direct'
}

function milliseconds(seconds: unknown): number | null {
  return typeof seconds === 'number' ? Math.round(seconds * 1_000) : null
}

function count(all: Readonly<Record<string, unknown>>[]): Counted {
  const media = all.filter(({ type }) => type === 'inbound-rtp')
  return { received: sum(media, 'packetsReceived'), lost: sum(media, 'packetsLost') }
}

function sum(all: Readonly<Record<string, unknown>>[], field: string): number {
  return all.reduce((total, { [field]: value }) => total + (typeof value === 'number' ? value : 0), 0)
}

function lost(now: Counted, before: Counted | null): number | null {
  if (!before) return null
  const lostSince = Math.max(0, now.lost - before.lost)
  const sent = lostSince + Math.max(0, now.received - before.received)
  return sent > 0 ? Math.round((100 * lostSince) / sent) : null
}
