import { expect, test } from 'vitest'
import { longDayOf, periodOf } from './day-label.ts'

test.each([
  ['2026-11-23', '2026-11-29', '23–29 November'],
  ['2026-11-30', '2026-12-06', '30 November – 6 December'],
  ['2026-11-24', '2026-11-24', 'Tuesday 24 November'],
  // Both ends have the year if one of them is in another year.
  ['2026-12-28', '2027-01-03', '28 December 2026 – 3 January 2027'],
  ['2025-12-29', '2026-01-04', '29 December 2025 – 4 January 2026'],
  ['2027-01-04', '2027-01-10', '4–10 January 2027'],
  ['2027-01-05', '2027-01-05', 'Tuesday 5 January 2027'],
])('%s to %s is %s', (first, last, period) => {
  // ICU puts thin spaces around the dash.
  const shown = periodOf(first === last ? [first] : [first, last], '2026-11-24').replace(/\s/g, ' ')
  expect(shown).toBe(period)
})

test.each([
  ['2026-12-31', 'Thursday 31 December'],
  ['2027-01-01', 'Friday 1 January 2027'],
])('%s is %s', (day, label) => {
  expect(longDayOf(day, '2026-11-24')).toBe(label)
})
