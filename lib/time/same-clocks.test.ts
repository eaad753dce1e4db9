import { expect, test } from 'vitest'
import { showSameClocks } from './same-clocks.ts'

test.each([
  ['Europe/Berlin', 'Europe/Paris', true],
  ['Europe/Berlin', 'Europe/Berlin', true],
  ['Asia/Kolkata', 'Asia/Colombo', true],
  ['Europe/Berlin', 'Asia/Tokyo', false],
  // The same only in winter.
  ['Europe/Berlin', 'Africa/Lagos', false],
  ['Europe/London', 'UTC', false],
  // The same time on another day.
  ['Pacific/Kiritimati', 'Pacific/Honolulu', false],
])('%s and %s: %s', (zone, other, same) => {
  expect(showSameClocks(zone, other, new Date('2026-11-30T12:00Z'))).toBe(same)
  expect(showSameClocks(zone, other, new Date('2027-07-31T23:00Z'))).toBe(same)
})
