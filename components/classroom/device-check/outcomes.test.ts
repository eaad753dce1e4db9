import { expect, test } from 'vitest'
import type { DeviceFault } from '#components/classroom/media/device-fault.ts'
import type { LocalDevice } from '#components/classroom/media/local-media.ts'
import type { NetworkOutcome } from '#lib/device-check/policy.ts'
import { outcomesOf, type UnfinishedCheck } from './outcomes.ts'

const open: LocalDevice = { on: true, pending: false, track: {} as MediaStreamTrack, fault: null }
const pending: LocalDevice = { on: true, pending: true, track: null, fault: null }
const faulty = (fault: DeviceFault): LocalDevice => ({ ...pending, pending: false, fault })
const network: NetworkOutcome = {
  routes: { udp: 'open', tcp: 'not_offered', relay: 'not_offered' },
  roundTripMs: 12,
}
const done: UnfinishedCheck = { camera: open, microphone: open, heard: true, speaker: 'heard', network }

test('all four steps together give a result', () => {
  expect(outcomesOf(done)).toEqual({ camera: 'works', microphone: 'heard', speaker: 'heard', ...network })
  expect(outcomesOf({ ...done, heard: false })).toMatchObject({ microphone: 'silent' })
})

test.each<[string, Partial<UnfinishedCheck>]>([
  ['a camera that is still starting', { camera: pending }],
  ['a microphone that is still starting', { microphone: pending }],
  ['an unanswered speaker question', { speaker: null }],
  ['a network that is still checked', { network: null }],
])('%s gives no result yet', (_, change) => {
  expect(outcomesOf({ ...done, ...change })).toBeNull()
})

test.each<[DeviceFault, string]>([
  ['missing', 'missing'],
  ['denied', 'blocked'],
  ['dismissed', 'blocked'],
  ['blockedBySystem', 'blocked'],
  ['insecure', 'blocked'],
  ['busy', 'failed'],
  ['unknown', 'failed'],
])('a device that is %s counts as %s', (fault, outcome) => {
  const found = outcomesOf({ ...done, camera: faulty(fault), microphone: faulty(fault) })
  expect(found).toMatchObject({ camera: outcome, microphone: outcome })
})
