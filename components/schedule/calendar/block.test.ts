import { expect, test } from 'vitest'
import { clockSpan } from './block.ts'

test.each([
  // when, from, to, zone, start and end on the zone's clocks
  [
    'on a usual day',
    '2026-11-26T17:00Z',
    '2026-11-26T18:30Z',
    'Europe/Berlin',
    '2026-11-26T18:00',
    '2026-11-26T19:30',
  ],
  [
    'in a zone with half hours',
    '2026-11-26T17:00Z',
    '2026-11-26T18:00Z',
    'Asia/Kolkata',
    '2026-11-26T22:30',
    '2026-11-26T23:30',
  ],
  [
    'over midnight',
    '2026-11-26T22:00Z',
    '2026-11-27T00:30Z',
    'Europe/Berlin',
    '2026-11-26T23:00',
    '2026-11-27T01:30',
  ],
  [
    'until midnight',
    '2026-11-26T22:00Z',
    '2026-11-26T23:00Z',
    'Europe/Berlin',
    '2026-11-26T23:00',
    '2026-11-27T00:00',
  ],
  [
    'over the hour that is skipped',
    '2027-03-28T00:30Z',
    '2027-03-28T01:30Z',
    'Europe/Berlin',
    '2027-03-28T01:30',
    '2027-03-28T03:30',
  ],
  [
    'over the hour that comes twice',
    '2026-10-24T23:30Z',
    '2026-10-25T01:30Z',
    'Europe/Berlin',
    '2026-10-25T01:30',
    '2026-10-25T02:30',
  ],
  [
    'inside the hour that comes twice',
    '2026-10-25T00:45Z',
    '2026-10-25T01:15Z',
    'Europe/Berlin',
    '2026-10-25T02:45',
    '2026-10-25T03:15',
  ],
  [
    'exactly the hour that comes twice',
    '2026-10-25T00:00Z',
    '2026-10-25T01:00Z',
    'Europe/Berlin',
    '2026-10-25T02:00',
    '2026-10-25T03:00',
  ],
  [
    'where clocks go back half an hour',
    '2027-04-03T14:50Z',
    '2027-04-03T15:10Z',
    'Australia/Lord_Howe',
    '2027-04-04T01:50',
    '2027-04-04T02:10',
  ],
])('a session %s', (_, startsAt, endsAt, zone, start, end) => {
  expect(clockSpan({ startsAt, endsAt }, zone)).toEqual({ start, end })
})
