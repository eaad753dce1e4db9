import { expect, test } from 'vitest'
import { instantOf, startOfDay, startOfWeek, wallTime } from './zones.ts'

test.each([
  // zone, wall time, instant
  ['Europe/Berlin', '2026-11-24', '18:00', '2026-11-24T17:00:00.000Z'],
  ['Europe/Berlin', '2027-03-28', '02:30', null],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['Asia/Kolkata', '2026-11-24', '18:00', '2026-11-24T12:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', null],
  ['America/Santiago', '2026-09-06', '00:30', null],
  ['Europe/Berlin', 'soon', '18:00', null],
])('%s shows %s %s at %s', (zone, date, time, instant) => {
  expect(instantOf({ date, time }, zone)).toBe(instant)
})

test('a wall time survives the conversion to an instant and back', () => {
  expect(wallTime('2026-11-24T12:30:00Z', 'Asia/Kolkata')).toEqual({ date: '2026-11-24', time: '18:00' })
})

test('a day starts at 01:00 if clocks skip midnight', () => {
  expect(startOfDay('2026-09-06', 'America/Santiago').toISOString()).toBe('2026-09-06T04:00:00.000Z')
})

test('weeks begin on Monday', () => {
  expect(startOfWeek('2026-11-29')).toBe('2026-11-23')
  expect(startOfWeek('2026-11-23')).toBe('2026-11-23')
})
