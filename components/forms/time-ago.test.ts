import { expect, test } from 'vitest'
import { timeAgo } from './time-ago.ts'

test.each([
  [-5, '1 second ago'],
  [0, '1 second ago'],
  [59, '59 seconds ago'],
  [60, '1 minute ago'],
  [119, '1 minute ago'],
  [3599, '59 minutes ago'],
  [3600, '1 hour ago'],
  [86_399, '23 hours ago'],
  [86_400, '1 day ago'],
  [3 * 86_400, '3 days ago'],
])('%i seconds: %s', (seconds, words) => {
  expect(timeAgo(1_000_000, 1_000_000 + seconds * 1000)).toBe(words)
})
