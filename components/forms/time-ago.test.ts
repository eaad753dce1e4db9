import { expect, test } from 'vitest'
import { DAY_S, HOUR_S } from '#lib/kernel/durations.ts'
import { timeAgo } from './time-ago.ts'

test.each([
  [-5, '1 second ago'],
  [0, '1 second ago'],
  [59, '59 seconds ago'],
  [60, '1 minute ago'],
  [119, '1 minute ago'],
  [3599, '59 minutes ago'],
  [HOUR_S, '1 hour ago'],
  [86_399, '23 hours ago'],
  [DAY_S, '1 day ago'],
  [3 * DAY_S, '3 days ago'],
])('%i seconds: %s', (seconds, words) => {
  expect(timeAgo(1_000_000, 1_000_000 + seconds * 1000)).toBe(words)
})
