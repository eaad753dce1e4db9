import { expect, test } from 'vitest'
import { instantsOf } from './wall-span.ts'

const berlin = { date: '2026-11-24', start: '18:00', end: '19:30', timeZone: 'Europe/Berlin' }
const spring = { ...berlin, date: '2027-03-28' }

test.each([
  [berlin, { startsAt: '2026-11-24T17:00:00.000Z', endsAt: '2026-11-24T18:30:00.000Z' }],
  [
    { ...berlin, end: '00:30' },
    { startsAt: '2026-11-24T17:00:00.000Z', endsAt: '2026-11-24T23:30:00.000Z' },
  ],
  [{ ...spring, start: '02:30', end: '04:00' }, { invalidField: 'start' }],
  [{ ...spring, start: '01:30', end: '02:30' }, { invalidField: 'end' }],
  [
    { ...spring, start: '01:30', end: '03:30' },
    { startsAt: '2027-03-28T00:30:00.000Z', endsAt: '2027-03-28T01:30:00.000Z' },
  ],
  [
    { ...berlin, date: '2026-10-25', start: '02:30', end: '04:00' },
    {
      question: {
        wall: '2026-10-25T02:30',
        kind: 'twice',
        earlier: '2026-10-25T00:30:00.000Z',
        later: '2026-10-25T01:30:00.000Z',
      },
    },
  ],
  [
    {
      ...berlin,
      date: '2026-10-25',
      start: '02:30',
      end: '02:45',
      choices: [{ wall: '2026-10-25T02:30', meant: 'later' }],
    },
    { startsAt: '2026-10-25T01:30:00.000Z', endsAt: '2026-10-25T01:45:00.000Z' },
  ],
  [{ ...berlin, start: '25:00' }, { invalidField: 'start' }],
  [{ ...berlin, end: '' }, { invalidField: 'end' }],
  [{ ...berlin, date: '2026-02-30' }, { invalidField: 'date' }],
  [{ ...berlin, timeZone: 'Nowhere' }, { invalidField: 'timeZone' }],
])('%o is %o', (wall, instants) => {
  expect(instantsOf(wall)).toEqual(instants)
})
