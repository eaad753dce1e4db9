import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clock, Delays } from './delays.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['hrtime'] }))
afterEach(() => void vi.useRealTimers())

/** Begins and hears things a millisecond after each other. */
function delaysOf(...happened: ('begun' | 'heard')[]): Delays {
  const delays = new Delays()
  const heard = happened.flatMap((what) => {
    vi.advanceTimersByTime(1)
    if (what === 'heard') return [{ name: 'a hand', at: clock() }]
    delays.begin('a hand')
    return []
  })
  delays.matchObservations([...heard, { name: 'another hand', at: clock() }])
  return delays
}

test('what was lost is not taken for heard when the same comes again', () => {
  const delays = delaysOf('begun', 'begun', 'heard')
  expect([delays.ended, delays.percentile(1)]).toEqual([1, 1])
})

test('what was heard twice, or before it was begun, counts once and from its own beginning', () => {
  const delays = delaysOf('heard', 'begun', 'heard', 'heard', 'begun', 'heard')
  expect([delays.ended, delays.percentile(0), delays.percentile(1)]).toEqual([2, 1, 1])
})

test('what nobody heard has no delay', () => {
  const delays = delaysOf('begun')
  expect([delays.ended, delays.percentile(1)]).toEqual([0, Number.NaN])
})
