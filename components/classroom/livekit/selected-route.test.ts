import { expect, test } from 'vitest'
import { type Statistic, selectedRoute } from './selected-route.ts'

const transport: Statistic = { id: 'T', type: 'transport', selectedCandidatePairId: 'P2' }
const pairs: Statistic[] = [
  { id: 'P1', type: 'candidate-pair', localCandidateId: 'L1', currentRoundTripTime: 0.9 },
  { id: 'P2', type: 'candidate-pair', localCandidateId: 'L2', currentRoundTripTime: 0.0384 },
]
const local = (protocol: string, candidateType: string): Statistic => ({
  id: 'L2',
  type: 'local-candidate',
  protocol,
  candidateType,
})

test.each([
  ['udp', 'host', 'udp'],
  ['udp', 'prflx', 'udp'],
  ['tcp', 'host', 'tcp'],
  ['udp', 'relay', 'relay'],
  ['tcp', 'relay', 'relay'],
] as const)('%s from a %s candidate is route %s', (protocol, candidateType, way) => {
  const statistics = [transport, ...pairs, local(protocol, candidateType)]
  expect(selectedRoute(statistics)).toEqual({ route: way, roundTripMs: 38 })
})

test('in Firefox the pair itself is marked as selected', () => {
  const [first, second] = pairs
  const statistics = [{ id: 'P0', type: 'other' }, first, { ...second, selected: true }, local('tcp', 'host')]
  expect(selectedRoute(statistics.filter((one) => one !== undefined) as Statistic[])).toMatchObject({
    route: 'tcp',
  })
})

test('there is no route before a pair is selected, or without its local candidate', () => {
  expect(selectedRoute([])).toBeNull()
  expect(selectedRoute([{ id: 'T', type: 'transport' }, ...pairs, local('udp', 'host')])).toBeNull()
  expect(selectedRoute([transport, ...pairs])).toBeNull()
})
