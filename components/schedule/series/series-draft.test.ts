import { expect, test } from 'vitest'
import { onLastDay, ruleOf, type SeriesDraft, seriesInput, weekdayInMonth } from './series-draft.ts'

const draft: SeriesDraft = {
  classId: 'class',
  title: ' ',
  sessionType: 'online',
  trainerId: 'trainer',
  repeat: 'weekly',
  weekdays: ['TH', 'TU'],
  monthlyOn: 'weekday',
  customRule: '',
  firstDate: '2027-08-17',
  ends: 'count',
  count: '24',
  until: '',
  time: '23:00',
  minutes: '90',
  capacity: '',
  inPersonCapacity: '',
  locationId: '',
  leaveOutHolidays: true,
  leaveOut: [],
  add: [],
  choices: { '2027-10-28T23:00': 'later' },
  substitutes: { '2027-09-14': 'priya' },
}

test.each([
  [{}, 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=24'],
  [{ repeat: 'biweekly' as const }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=24'],
  [{ ends: 'date' as const, until: '2027-11-04' }, 'FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20271104'],
  [{ repeat: 'monthly' as const }, 'FREQ=MONTHLY;BYDAY=3TU;COUNT=24'],
  [{ repeat: 'monthly' as const, monthlyOn: 'monthDay' as const }, 'FREQ=MONTHLY;BYMONTHDAY=17;COUNT=24'],
  [{ repeat: 'monthly' as const, monthlyOn: 'lastDay' as const }, 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=24'],
  [{ repeat: 'own' as const, customRule: 'rrule:freq=daily;count=3' }, 'FREQ=DAILY;COUNT=3'],
  // an incomplete draft has no rule
  [{ weekdays: [] }, null],
  [{ count: '0' }, null],
  [{ count: '' }, null],
  [{ ends: 'date' as const }, null],
  [{ firstDate: '' }, null],
  [{ repeat: 'own' as const }, null],
])('%j gives %s', (change, rule) => {
  expect(ruleOf({ ...draft, ...change })).toBe(rule)
})

test.each([
  ['2027-08-03', '1TU'],
  ['2027-08-31', '-1TU'],
  ['2027-08-28', '4SA'],
])('%s is the %s of its month', (date, nth) => {
  expect(weekdayInMonth(date)).toBe(nth)
})

const monthly = { repeat: 'monthly' as const, monthlyOn: 'monthDay' as const, firstDate: '2027-08-31' }
const own = (customRule: string) => ({ repeat: 'own' as const, customRule, firstDate: '2027-08-31' })

test.each([
  [monthly, { monthlyOn: 'lastDay' }],
  [{ ...monthly, firstDate: '2027-08-29' }, { monthlyOn: 'lastDay' }],
  [{ ...monthly, firstDate: '2027-08-28' }, null],
  [{ ...monthly, monthlyOn: 'lastDay' as const }, null],
  [{ ...monthly, monthlyOn: 'weekday' as const }, null],
  [{ repeat: 'weekly' as const, firstDate: '2027-08-31' }, null],
  [own('freq=monthly;bymonthday=31;count=6'), { customRule: 'FREQ=MONTHLY;COUNT=6;BYMONTHDAY=-1' }],
  [own('FREQ=MONTHLY;COUNT=6'), { customRule: 'FREQ=MONTHLY;COUNT=6;BYMONTHDAY=-1' }],
  [own('FREQ=MONTHLY;BYMONTHDAY=15;COUNT=6'), null],
  [own('FREQ=MONTHLY;BYMONTHDAY=15,31;COUNT=6'), null],
  [own('FREQ=MONTHLY;BYDAY=5TU;COUNT=6'), null],
  [own(''), null],
])('%j changed to the last day of the month: %j', (change, changed) => {
  expect(onLastDay({ ...draft, ...change })).toEqual(changed)
})

test('filled-in fields are sent; empty fields are left to the class', () => {
  expect(seriesInput(draft)).toMatchObject({
    title: null,
    minutes: 90,
    capacity: undefined,
    choices: [{ wall: '2027-10-28T23:00', meant: 'later' }],
    substitutes: [{ date: '2027-09-14', trainerId: 'priya' }],
  })
  expect(seriesInput({ ...draft, trainerId: '' })).toBeNull()
})
