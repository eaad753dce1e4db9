import { afterEach, beforeEach, expect, test, vi } from 'vitest'
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

test('a short weakness offers nothing; a longer one does, until it is good again', () => {
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

test('agreed to, it ends by itself once the network was good for 15 s, and not before', () => {
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

test('where everything makes it weak again, everything waits twice as long the next time', () => {
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

test('chosen on a good network, it stays until one asks', () => {
  const { reception, weakFor, goodFor } = create()
  goodFor(1_000)
  reception.choose('audio_and_screen')
  weakFor(10_000)
  goodFor(600_000)
  expect(reception.state).toEqual({ mode: 'audio_and_screen', offered: false, revertsAutomatically: false })
  reception.choose('all')
  expect(reception.state.mode).toBe('all')
})

test('who says no is not asked again until it was good and is weak anew', () => {
  const { reception, weakFor, goodFor } = create()
  weakFor(6_000)
  reception.decline()
  weakFor(600_000)
  expect(reception.state.offered).toBe(false)
  goodFor(1_000)
  weakFor(6_000)
  expect(reception.state.offered).toBe(true)
})

test('who wants everything back on a weak network is not asked again at once', () => {
  const { reception, weakFor } = create()
  weakFor(6_000)
  reception.choose('audio_and_screen')
  reception.choose('all')
  weakFor(60_000)
  expect(reception.state).toMatchObject({ mode: 'all', offered: false })
})

test('after a reload it goes on as it was, and ends by itself', () => {
  const { reception, goodFor } = create()
  reception.resume()
  expect(reception.state.mode).toBe('audio_and_screen')
  goodFor(15_000)
  expect(reception.state.mode).toBe('all')
})

test('closed, nothing happens any more', () => {
  const { reception, weakFor, told } = create()
  weakFor(1_000)
  reception.reset()
  vi.advanceTimersByTime(60_000)
  expect(reception.state.offered).toBe(false)
  expect(told).toEqual([])
})
