import { expect, test } from 'vitest'
import { type CheckOutcomes, checkResult, networkVerdict, type RouteOutcome } from './policy.ts'

const short = { open: 'open', shut: 'blocked', none: 'not_offered' } satisfies Record<string, RouteOutcome>

test.each([
  ['open', 'open', 'open', 40, 'good'],
  ['open', 'shut', 'shut', 40, 'good'],
  ['open', 'none', 'none', 300, 'good'],
  ['open', 'open', 'open', 301, 'weak'],
  ['shut', 'open', 'open', 40, 'weak'],
  ['shut', 'shut', 'open', 40, 'weak'],
  ['none', 'open', 'none', 40, 'good'],
  ['none', 'shut', 'open', 40, 'weak'],
  ['shut', 'shut', 'shut', null, 'blocked'],
  ['shut', 'none', 'none', null, 'blocked'],
  ['none', 'none', 'none', null, 'blocked'],
] as const)('udp %s, tcp %s, relay %s in %s ms: %s', (udp, tcp, relay, roundTripMs, verdict) => {
  const routes = { udp: short[udp], tcp: short[tcp], relay: short[relay] }
  expect(networkVerdict({ routes, roundTripMs })).toBe(verdict)
})

const fine: CheckOutcomes = {
  camera: 'works',
  microphone: 'heard',
  speaker: 'heard',
  routes: { udp: 'open', tcp: 'open', relay: 'open' },
  roundTripMs: 40,
}
const shut = { udp: 'blocked', tcp: 'blocked', relay: 'blocked' } as const

test.each<[Partial<CheckOutcomes>, string]>([
  [{}, 'ready'],
  [{ camera: 'missing' }, 'no_camera'],
  [{ camera: 'blocked' }, 'no_camera'],
  [{ roundTripMs: 900, camera: 'failed' }, 'network_weak'],
  [{ speaker: 'silent', roundTripMs: 900 }, 'no_sound'],
  [{ microphone: 'silent', speaker: 'silent' }, 'not_heard'],
  [{ microphone: 'missing', speaker: 'silent' }, 'no_microphone'],
  [{ microphone: 'blocked' }, 'no_microphone'],
  [{ microphone: 'failed' }, 'no_microphone'],
  [{ routes: shut, roundTripMs: null, microphone: 'missing' }, 'network_blocked'],
])('%o: %s', (change, result) => {
  expect(checkResult({ ...fine, ...change })).toBe(result)
})
