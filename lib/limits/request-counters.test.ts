import { expect, test, vi } from 'vitest'
import { requestLimits } from './limits.ts'
import { countRequest } from './request-counters.ts'

/** The number of granted requests among `tries` requests at `now`. */
function grantedOf(tries: number, subject: string, now: number): number {
  let granted = 0
  for (let count = 0; count < tries; count += 1) {
    try {
      countRequest('messages', subject, now)
      granted += 1
    } catch {}
  }
  return granted
}

test.each(Object.entries(requestLimits))('%s are granted up to the limit', (limit, { max, windowMs }) => {
  const count = (now: number) => countRequest(limit as keyof typeof requestLimits, 'noor in a class', now)
  for (let index = 0; index < max; index += 1) count(0)
  expect(() => count(1)).toThrow(
    expect.objectContaining({
      code: 'rate_limited',
      details: expect.objectContaining({ retryAfter: windowMs / 1000 }),
    }),
  )
  count(windowMs)
})

test('each user has a separate count for each session', () => {
  expect(grantedOf(25, 'noor class-1', 0)).toBe(20)
  expect(grantedOf(25, 'noor class-2', 0)).toBe(20)
  expect(grantedOf(25, 'karim class-1', 0)).toBe(20)
})

test('a refused request is not counted, and the window ends at its original time', () => {
  grantedOf(100, 'impatient', 0)
  expect(grantedOf(5, 'impatient', 9_999)).toBe(0)
  expect(grantedOf(25, 'impatient', 10_000)).toBe(20)
})

test('all copies of the module in a process share the counts', async () => {
  grantedOf(20, 'in two bundles', 0)
  vi.resetModules()
  const other = await import('./request-counters.ts')
  expect(other.countRequest).not.toBe(countRequest)
  expect(() => other.countRequest('messages', 'in two bundles', 1)).toThrow()
})
