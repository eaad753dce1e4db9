import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startTicker } from './ticker.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('tasks of one tick share one value, and each runs at its own interval', async () => {
  const share = vi.fn(() => ({}))
  const often = vi.fn(async (_shared: object) => {})
  const seldom = vi.fn(async (_shared: object) => {})
  const stop = startTicker(1000, share, [
    { name: 'often', everyTicks: 1, work: often },
    { name: 'seldom', everyTicks: 3, work: seldom },
  ])
  await vi.advanceTimersByTimeAsync(3000)
  expect(often).toHaveBeenCalledTimes(4)
  expect(seldom).toHaveBeenCalledTimes(2)
  expect(seldom.mock.calls[1]?.[0]).toBe(often.mock.calls[3]?.[0])
  expect(share).toHaveBeenCalledTimes(4)
  stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(often).toHaveBeenCalledTimes(4)
})

test('a long task skips ticks and does not delay other tasks', async () => {
  const end = Promise.withResolvers<void>()
  const slow = vi.fn(() => end.promise)
  const quick = vi.fn(async () => {})
  startTicker(1000, () => null, [
    { name: 'slow', everyTicks: 1, work: slow },
    { name: 'quick', everyTicks: 1, work: quick },
  ])
  await vi.advanceTimersByTimeAsync(3000)
  expect([slow.mock.calls.length, quick.mock.calls.length]).toEqual([1, 4])
  end.resolve()
  await vi.advanceTimersByTimeAsync(1000)
  expect(slow).toHaveBeenCalledTimes(2)
})

test('a failing task continues, and its fault is logged once until it has passed', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const info = vi.spyOn(console, 'info').mockImplementation(() => {})
  const work = vi.fn()
  work
    .mockRejectedValueOnce(new Error('away'))
    .mockRejectedValueOnce(new Error('away'))
    .mockResolvedValue(null)
  startTicker(1000, () => null, [{ name: 'look', everyTicks: 1, work }])
  await vi.advanceTimersByTimeAsync(3000)
  expect(work).toHaveBeenCalledTimes(4)
  expect([warn.mock.calls.length, info.mock.calls.length]).toEqual([1, 1])
})

test('if the shared value cannot be created, the tasks wait for a later tick', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
  const share = vi.fn(() => 'shared')
  share.mockImplementationOnce(() => {
    throw new Error('not confirmed yet')
  })
  const work = vi.fn(async () => {})
  startTicker(1000, share, [{ name: 'look', everyTicks: 1, work }])
  expect(work).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1000)
  expect(work).toHaveBeenCalledExactlyOnceWith('shared')
})
