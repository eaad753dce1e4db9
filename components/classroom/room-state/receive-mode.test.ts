import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { createReceiveModeStore, type ReceiveMode } from './receive-mode.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function create() {
  const told: ReceiveMode[] = []
  const reception = createReceiveModeStore((mode) => told.push(mode))
  return {
    reception,
    told,
    weakFor(milliseconds: number) {
      reception.handleQuality('weak')
      vi.advanceTimersByTime(milliseconds)
    },
    goodFor(milliseconds: number) {
      reception.handleQuality('good')
      vi.advanceTimersByTime(milliseconds)
    },
  }
}

test('audio and screen only is offered after a longer weak phase, until the network is good again', () => {
  const { reception, weakFor, goodFor, told } = create()
  weakFor(4_900)
  goodFor(1_000)
  weakFor(4_900)
  expect(reception.state.offered).toBe(false)
  weakFor(200)
  expect(reception.state).toMatchObject({ mode: 'all', offered: true })
  goodFor(0)
  expect(reception.state.offered).toBe(false)
  expect(told).toEqual([])
})

test('an accepted offer ends automatically once the network has been good for 15 s', () => {
  const { reception, weakFor, goodFor, told } = create()
  weakFor(6_000)
  reception.choose('audio_and_screen')
  goodFor(14_000)
  weakFor(1_000)
  goodFor(14_000)
  expect(reception.state.mode).toBe('audio_and_screen')
  goodFor(1_000)
  expect(reception.state.mode).toBe('all')
  expect(told).toEqual(['audio_and_screen', 'all'])
})

test('each return to a weak network doubles the wait for full video', () => {
  const { reception, weakFor, goodFor } = create()
  for (const seconds of [15, 30, 60, 120, 240, 240]) {
    weakFor(6_000)
    reception.choose('audio_and_screen')
    goodFor(seconds * 1_000 - 1)
    expect(reception.state.mode).toBe('audio_and_screen')
    goodFor(1)
    expect(reception.state.mode).toBe('all')
  }
})

test('audio and screen only chosen on a good network stays until it is changed', () => {
  const { reception, weakFor, goodFor } = create()
  goodFor(1_000)
  reception.choose('audio_and_screen')
  weakFor(10_000)
  goodFor(10 * MINUTE_MS)
  expect(reception.state).toEqual({ mode: 'audio_and_screen', offered: false, revertsAutomatically: false })
  reception.choose('all')
  expect(reception.state.mode).toBe('all')
})

test('a declined offer returns only after a good and another weak phase', () => {
  const { reception, weakFor, goodFor } = create()
  weakFor(6_000)
  reception.decline()
  weakFor(10 * MINUTE_MS)
  expect(reception.state.offered).toBe(false)
  goodFor(1_000)
  weakFor(6_000)
  expect(reception.state.offered).toBe(true)
})

test('choosing full video on a weak network brings no new offer at once', () => {
  const { reception, weakFor } = create()
  weakFor(6_000)
  reception.choose('audio_and_screen')
  reception.choose('all')
  weakFor(MINUTE_MS)
  expect(reception.state).toMatchObject({ mode: 'all', offered: false })
})

test('audio and screen only continues after a reload, and ends automatically', () => {
  const { reception, goodFor } = create()
  reception.resume()
  expect(reception.state.mode).toBe('audio_and_screen')
  goodFor(15_000)
  expect(reception.state.mode).toBe('all')
})

test('a reset store makes no offer', () => {
  const { reception, weakFor, told } = create()
  weakFor(1_000)
  reception.reset()
  vi.advanceTimersByTime(MINUTE_MS)
  expect(reception.state.offered).toBe(false)
  expect(told).toEqual([])
})
