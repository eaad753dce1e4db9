import { expect, test } from 'vitest'
import {
  clockTime,
  dayKey,
  formatDay,
  formatLongDay,
  formatMonth,
  formatSecond,
  formatTime,
  formatTimeRange,
  zoneNamesOn,
} from './format.ts'

test.each([
  ['Europe/Berlin', '2026-11-24T17:00Z', '2026-11-24T18:30Z', '18:00–19:30 CET'],
  ['Europe/Berlin', '2026-11-24T22:30Z', '2026-11-25T00:00Z', '23:30–01:00 CET'],
  // Clocks go back in between: by 90 minutes, an hour, half an hour.
  ['Europe/Berlin', '2026-10-25T00:30Z', '2026-10-25T02:00Z', '02:30 CEST – 03:00 CET'],
  ['Europe/Berlin', '2026-10-25T00:00Z', '2026-10-25T01:00Z', '02:00 CEST – 02:00 CET'],
  ['Europe/Berlin', '2026-10-25T00:45Z', '2026-10-25T01:15Z', '02:45 CEST – 02:15 CET'],
  ['America/Santiago', '2027-04-04T02:30Z', '2027-04-04T04:00Z', '23:30 GMT-3 – 00:00 GMT-4'],
  ['Australia/Lord_Howe', '2027-04-03T14:30Z', '2027-04-03T15:30Z', '01:30 GMT+11 – 02:00 GMT+10:30'],
  // On one side of the clock change.
  ['Europe/Berlin', '2026-10-25T00:00Z', '2026-10-25T00:30Z', '02:00–02:30 CEST'],
  ['Europe/Berlin', '2026-10-25T01:00Z', '2026-10-25T01:30Z', '02:00–02:30 CET'],
  // Clocks go forward in between.
  ['Europe/Berlin', '2027-03-28T00:30Z', '2027-03-28T01:30Z', '01:30 CET – 03:30 CEST'],
  ['Asia/Kolkata', '2026-10-25T00:30Z', '2026-10-25T02:00Z', '06:00–07:30 GMT+5:30'],
])('in %s from %s to %s: %s', (zone, start, end, range) => {
  expect(formatTimeRange(start, end, zone)).toBe(range)
})

test.each([
  ['Europe/Berlin', '2026-11-24T17:00:07Z', '18:00', '18:00:07'],
  // Repeated time, to the minute, and right beside it.
  ['Europe/Berlin', '2026-10-24T23:59:59Z', '01:59', '01:59:59'],
  ['Europe/Berlin', '2026-10-25T00:00:00Z', '02:00 CEST', '02:00:00 CEST'],
  ['Europe/Berlin', '2026-10-25T00:59:59Z', '02:59 CEST', '02:59:59 CEST'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z', '02:00 CET', '02:00:00 CET'],
  ['Europe/Berlin', '2026-10-25T01:59:59Z', '02:59 CET', '02:59:59 CET'],
  ['Europe/Berlin', '2026-10-25T02:00:00Z', '03:00', '03:00:00'],
  ['Australia/Lord_Howe', '2027-04-03T14:29:00Z', '01:29', '01:29:00'],
  ['Australia/Lord_Howe', '2027-04-03T14:30:00Z', '01:30 GMT+11', '01:30:00 GMT+11'],
  ['Australia/Lord_Howe', '2027-04-03T15:29:00Z', '01:59 GMT+10:30', '01:59:00 GMT+10:30'],
  ['Antarctica/Troll', '2026-10-25T00:30:00Z', '02:30 GMT+2', '02:30:00 GMT+2'],
  ['America/Santiago', '2027-04-04T03:59:00Z', '23:59 GMT-4', '23:59:00 GMT-4'],
  // Skipped hours are never shown.
  ['Europe/Berlin', '2027-03-28T01:00:00Z', '03:00', '03:00:00'],
])('in %s at %s: %s', (zone, at, time, second) => {
  expect(formatTime(at, zone)).toBe(time)
  expect(formatSecond(at, zone)).toBe(second)
  expect(clockTime(at, zone)).toBe(time.slice(0, 5))
})

test.each([
  ['Europe/Berlin', '2026-11-24T17:00Z', '2026-11-30T12:00Z', 'Tue 24 Nov', 'Tuesday 24 November'],
  ['Europe/Berlin', '2027-01-04T17:00Z', '2026-11-30T12:00Z', 'Mon 4 Jan 2027', 'Monday 4 January 2027'],
  ['Europe/Berlin', '2025-11-24T17:00Z', '2026-11-30T12:00Z', 'Mon 24 Nov 2025', 'Monday 24 November 2025'],
  // The year depends on the zone: at the same instants it is already 2027 in Berlin and still 2026 in New York.
  ['Europe/Berlin', '2026-12-31T23:30Z', '2026-12-31T22:30Z', 'Fri 1 Jan 2027', 'Friday 1 January 2027'],
  ['Europe/Berlin', '2026-12-31T23:30Z', '2026-12-31T23:15Z', 'Fri 1 Jan', 'Friday 1 January'],
  ['America/New_York', '2026-12-31T23:30Z', '2027-01-01T04:30Z', 'Thu 31 Dec', 'Thursday 31 December'],
  [
    'America/New_York',
    '2026-12-31T23:30Z',
    '2027-01-01T05:30Z',
    'Thu 31 Dec 2026',
    'Thursday 31 December 2026',
  ],
])('in %s %s is, at %s, %s', (zone, at, now, day, longDay) => {
  expect(formatDay(at, zone, now)).toBe(day)
  expect(formatLongDay(at, zone, now)).toBe(longDay)
})

test.each([
  ['2026-09-15T12:00Z', 'September'],
  ['2027-02-15T12:00Z', 'February 2027'],
])('the month of %s is %s', (at, month) => {
  expect(formatMonth(at, 'UTC', '2026-11-30T12:00Z')).toBe(month)
})

test.each([
  [['2026-11-23', '2026-11-29'], 'Europe/Berlin', 'CET'],
  [['2026-10-19', '2026-10-24', '2026-10-25'], 'Europe/Berlin', 'CEST/CET'],
  [['2027-07-05'], 'Europe/Berlin', 'CEST'],
])('on %j %s is called %s', (days, zone, names) => {
  expect(zoneNamesOn(days, zone)).toBe(names)
})

test('a day has a sortable key', () => {
  expect(dayKey('2026-11-24T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-25')
})
