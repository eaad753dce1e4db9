import { expect, test } from 'vitest'
import { dayNameOf } from './day-name.ts'

test.each([
  // instant, now, zone, name
  ['2026-11-24T17:00:00Z', '2026-11-24T08:00:00Z', 'Europe/Berlin', 'today'],
  ['2026-11-24T23:30:00Z', '2026-11-24T08:00:00Z', 'Europe/Berlin', 'tomorrow'],
  ['2026-11-24T23:30:00Z', '2026-11-24T08:00:00Z', 'America/New_York', 'today'],
  ['2026-10-25T23:30:00Z', '2026-10-24T22:10:00Z', 'Europe/Berlin', 'tomorrow'],
  ['2026-12-01T17:00:00Z', '2026-11-24T08:00:00Z', 'Europe/Berlin', 'other'],
  ['2026-11-23T17:00:00Z', '2026-11-24T08:00:00Z', 'Europe/Berlin', 'other'],
])('%s seen at %s in %s is %s', (iso, now, zone, name) => {
  expect(dayNameOf(iso, now, zone)).toBe(name)
})
