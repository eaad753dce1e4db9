import { describe, expect, test } from 'vitest'
import { readWay } from './way.ts'

const pair = {
  id: 'P1',
  type: 'candidate-pair',
  state: 'succeeded',
  nominated: true,
  localCandidateId: 'L1',
  currentRoundTripTime: 0.1402,
}
const inbound = (packetsReceived: number, packetsLost: number) => ({
  id: `I${packetsReceived}`,
  type: 'inbound-rtp',
  packetsReceived,
  packetsLost,
})
const candidate = (candidateType: string, protocol: string) => ({
  id: 'L1',
  type: 'local-candidate',
  candidateType,
  protocol,
})

describe('the way that media take', () => {
  test.each([
    ['host', 'udp', 'direct'],
    ['srflx', 'udp', 'direct'],
    ['host', 'tcp', 'tcp'],
    ['relay', 'udp', 'relay'],
    ['relay', 'tcp', 'relay'],
  ])('by a %s candidate over %s is %s', (candidateType, protocol, transport) => {
    const { way } = readWay([pair, candidate(candidateType, protocol)], null)
    expect(way).toMatchObject({ transport, roundTripMs: 140 })
  })

  test('is not known before a pair is chosen', () => {
    const waiting = { ...pair, state: 'in-progress' }
    expect(readWay([waiting, candidate('host', 'udp')], null).way).toBe(null)
    expect(readWay([], null)).toEqual({ way: null, counted: { received: 0, lost: 0 } })
  })

  test('loses a share of what was sent since the reading before', () => {
    const first = readWay([pair, candidate('host', 'udp'), inbound(900, 100)], null)
    expect(first.way?.lostPercent).toBe(null)
    const next = [pair, candidate('host', 'udp'), inbound(990, 110), inbound(2, 0)]
    expect(readWay(next, first.counted).way?.lostPercent).toBe(10)
  })

  test('loses nothing where counts begin anew after a reconnect', () => {
    const { way } = readWay([pair, candidate('host', 'udp'), inbound(50, 0)], { received: 900, lost: 100 })
    expect(way?.lostPercent).toBe(null)
  })
})
