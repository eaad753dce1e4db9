import { describe, expect, test } from 'vitest'
import { measureRoute } from './measure-route.ts'

const connected = [
  { id: 'T1', type: 'transport', selectedCandidatePairId: 'P1' },
  { id: 'P1', type: 'candidate-pair', localCandidateId: 'L1', currentRoundTripTime: 0.1402 },
  { id: 'L1', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
]
const inbound = (packetsReceived: number, packetsLost: number) => ({
  id: `I${packetsReceived}`,
  type: 'inbound-rtp',
  packetsReceived,
  packetsLost,
})

describe('the route of the media', () => {
  test('is unknown before a candidate pair is selected', () => {
    expect(measureRoute([], null)).toEqual({ route: null, counts: { received: 0, lost: 0 } })
  })

  test('has the packet loss since the previous reading', () => {
    const first = measureRoute([...connected, inbound(900, 100)], null)
    expect(first.route).toEqual({ route: 'udp', roundTripMs: 140, lostPercent: null })
    const next = [...connected, inbound(990, 110), inbound(2, 0)]
    expect(measureRoute(next, first.counts).route?.lostPercent).toBe(10)
  })

  test('has no packet loss while the counts restart after a reconnect', () => {
    const { route: way } = measureRoute([...connected, inbound(50, 0)], { received: 900, lost: 100 })
    expect(way?.lostPercent).toBe(null)
  })
})
