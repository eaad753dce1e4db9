import { expect, test } from 'vitest'
import { movedSpan } from './moved-span.ts'

const session = { startsAt: '2026-11-26T17:00:00.000Z', endsAt: '2026-11-26T18:30:00.000Z' }

test.each([
  // moved to, until, from, to
  ['2026-11-27T09:00', undefined, '2026-11-27T08:00:00.000Z', '2026-11-27T09:30:00.000Z'],
  ['2026-11-26T18:00', '2026-11-26T20:00', '2026-11-26T17:00:00.000Z', '2026-11-26T19:00:00.000Z'],
  // The duration stays the same across a clock change.
  ['2027-03-28T01:30', undefined, '2027-03-28T00:30:00.000Z', '2027-03-28T02:00:00.000Z'],
  ['2026-10-25T01:30', undefined, '2026-10-24T23:30:00.000Z', '2026-10-25T01:00:00.000Z'],
])('moved to %s until %s', (at, until, startsAt, endsAt) => {
  expect(movedSpan(session, { at, until }, 'Europe/Berlin')).toEqual({ startsAt, endsAt })
})

test.each([
  ['nothing', {}],
  ['a time that clocks skip', { at: '2027-03-28T02:30' }],
  ['an end before the start', { at: '2026-11-26T18:00', until: '2026-11-26T17:00' }],
  ['an end at the start', { at: '2026-11-26T18:00', until: '2026-11-26T18:00' }],
  ['an end that clocks skip', { at: '2027-03-28T01:30', until: '2027-03-28T02:30' }],
  ['an invalid time', { at: '2026-11-26T25:00' }],
])('moved to %s, the span stays', (_, move) => {
  expect(movedSpan(session, move, 'Europe/Berlin')).toBeNull()
})
