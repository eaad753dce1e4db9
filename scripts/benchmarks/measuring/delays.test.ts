import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clock, Delays } from './delays.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['hrtime'] }))
afterEach(() => void vi.useRealTimers())

/** Begins and observes the same event, one step per millisecond. */
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

test('a lost event is not matched with a later event of the same name', () => {
  const delays = delaysOf('begun', 'begun', 'heard')
  expect([delays.ended, delays.percentile(1)]).toEqual([1, 1])
})

test('an event observed twice, or before it began, counts once from its own start', () => {
  const delays = delaysOf('heard', 'begun', 'heard', 'heard', 'begun', 'heard')
  expect([delays.ended, delays.percentile(0), delays.percentile(1)]).toEqual([2, 1, 1])
})

test('an event without observation has no delay', () => {
  const delays = delaysOf('begun')
  expect([delays.ended, delays.percentile(1)]).toEqual([0, Number.NaN])
})
