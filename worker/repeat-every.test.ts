import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { repeatEvery } from './repeat-every.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('work runs immediately, and again an interval after it ended', async () => {
  const end = Promise.withResolvers<void>()
  const work = vi.fn(async () => {})
  work.mockReturnValueOnce(end.promise)
  repeatEvery(1000, 'look', work)
  await vi.advanceTimersByTimeAsync(5000)
  expect(work, 'it still runs').toHaveBeenCalledTimes(1)
  end.resolve()
  await vi.advanceTimersByTimeAsync(2500)
  expect(work).toHaveBeenCalledTimes(3)
})

test('failed work runs again', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
  const work = vi.fn(async () => {})
  work.mockRejectedValueOnce(new Error('away'))
  repeatEvery(1000, 'look', work)
  await vi.advanceTimersByTimeAsync(1000)
  expect(work).toHaveBeenCalledTimes(2)
})

test('stopped work does not run again, even if it was running', async () => {
  const end = Promise.withResolvers<void>()
  const running = vi.fn(() => end.promise)
  const waiting = vi.fn(async () => {})
  const stops = [running, waiting].map((work) => repeatEvery(1000, 'look', work))
  await vi.advanceTimersByTimeAsync(0)
  for (const stop of stops) stop()
  end.resolve()
  await vi.advanceTimersByTimeAsync(5000)
  expect(running).toHaveBeenCalledTimes(1)
  expect(waiting).toHaveBeenCalledTimes(1)
})
