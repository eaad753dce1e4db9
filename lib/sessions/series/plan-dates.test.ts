import { expect, test } from 'vitest'
import { planDates, type SeriesTimes } from './plan-dates.ts'

const cairo: SeriesTimes = {
  dates: ['2027-10-26', '2027-10-28', '2027-11-02'],
  time: '23:00',
  minutes: 90,
  timeZone: 'Africa/Cairo',
  leaveOut: [],
  add: [],
  holidays: new Map(),
  choices: [],
}

/** Each date with its start in UTC, or its state. */
function shown(times: Partial<SeriesTimes>): string[] {
  return planDates({ ...cairo, ...times }).map((planned) =>
    planned.state === 'planned'
      ? planned.startsAt.toISOString().slice(0, 16)
      : `${planned.date} ${planned.state}`,
  )
}

test('the wall time stays the same when clocks change, and a repeated one needs a choice', () => {
  expect(shown({})).toEqual(['2027-10-26T20:00', '2027-10-28 question', '2027-11-02T21:00'])
  const wall = '2027-10-28T23:00'
  expect(shown({ choices: [{ wall, meant: 'earlier' }] })[1]).toBe('2027-10-28T20:00')
  expect(shown({ choices: [{ wall, meant: 'later' }] })[1]).toBe('2027-10-28T21:00')
  expect(shown({ choices: [{ wall, meant: 'skip' }] })[1]).toBe('2027-10-28 skipped')
})

test('a skipped wall time offers the instants before and after the gap', () => {
  const berlin = { dates: ['2027-03-28'], time: '02:30', timeZone: 'Europe/Berlin' }
  expect(planDates({ ...cairo, ...berlin })).toEqual([
    {
      date: '2027-03-28',
      state: 'question',
      question: {
        wall: '2027-03-28T02:30',
        kind: 'skipped',
        earlier: '2027-03-28T00:30:00.000Z',
        later: '2027-03-28T01:30:00.000Z',
      },
    },
  ])
  expect(shown({ ...berlin, choices: [{ wall: '2027-03-28T02:30', meant: 'later' }] })).toEqual([
    '2027-03-28T01:30',
  ])
})

test('the second occurrence of a repeated wall time is stored as such', () => {
  const choices = [{ wall: '2027-10-28T23:00', meant: 'later' as const }]
  expect(planDates({ ...cairo, choices })[1]).toMatchObject({
    wallStart: '2027-10-28T23:00',
    wallLater: true,
  })
})

test('dates are left out and added; holidays are left out, unless added by hand', () => {
  const holidays = new Map([
    ['2027-10-26', 'Open day'],
    ['2027-11-09', 'Repairs'],
  ])
  expect(shown({ holidays, leaveOut: ['2027-11-02'], add: ['2027-11-09', '2027-10-21'] })).toEqual([
    '2027-10-21T20:00',
    '2027-10-26 holiday',
    '2027-10-28 question',
    '2027-11-02 skipped',
    '2027-11-09T21:00',
  ])
})
