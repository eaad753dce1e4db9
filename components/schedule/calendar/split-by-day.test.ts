import { expect, test } from 'vitest'
import { splitByDay } from './split-by-day.ts'

const DAYS = ['2026-11-24', '2026-11-25']

function placed(startsAt: string, endsAt: string, zone = 'Europe/Berlin', days = DAYS) {
  const found = splitByDay([{ startsAt, endsAt }], days, zone)
  return days.map((day) => found.get(day)?.map(({ start, end }) => [start / 60, end / 60]))
}

test('a session is placed by the clocks of the zone', () => {
  expect(placed('2026-11-24T17:00:00Z', '2026-11-24T18:30:00Z')).toEqual([[[18, 19.5]], []])
  expect(placed('2026-11-24T17:00:00Z', '2026-11-24T18:30:00Z', 'Asia/Kolkata')).toEqual([[[22.5, 24]], []])
})

test('a session over midnight is placed in both days', () => {
  expect(placed('2026-11-24T22:00:00Z', '2026-11-25T00:30:00Z')).toEqual([[[23, 24]], [[0, 1.5]]])
})

test('a session that ends at midnight stays in its day', () => {
  expect(placed('2026-11-24T22:00:00Z', '2026-11-24T23:00:00Z')).toEqual([[[23, 24]], []])
})

test('a short session is long enough to read', () => {
  expect(placed('2026-11-24T17:00:00Z', '2026-11-24T17:10:00Z')).toEqual([[[18, 18.5]], []])
  expect(placed('2026-11-24T22:50:00Z', '2026-11-24T22:55:00Z')).toEqual([[[23.5, 24]], []])
})

test('a session in the repeated hour does not end before it starts', () => {
  const autumn = ['2026-10-25']
  expect(placed('2026-10-25T00:45:00Z', '2026-10-25T01:15:00Z', 'Europe/Berlin', autumn)).toEqual([
    [[2.75, 3.25]],
  ])
})
