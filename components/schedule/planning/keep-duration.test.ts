import { expect, test } from 'vitest'
import { keepDuration } from './keep-duration.ts'

test.each([
  // start, end, new start, new end
  ['18:00', '19:30', '19:00', '20:30'],
  ['18:00', '19:30', '09:05', '10:35'],
  ['22:00', '23:00', '23:30', '00:30'],
  ['23:00', '00:30', '20:00', '21:30'],
  ['', '', '09:00', '10:30'],
  ['18:00', '', '09:00', '10:30'],
  ['', '19:30', '18:00', '19:30'],
  ['18:00', '19:30', '', '19:30'],
])('%s to %s, moved to %s, ends at %s', (start, end, moved, then) => {
  expect(keepDuration({ start, end }, moved)).toBe(then)
})
