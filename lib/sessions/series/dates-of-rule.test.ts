import { expect, test } from 'vitest'
import { Refusal } from '#lib/kernel/refusal.ts'
import { datesOfRule } from './dates-of-rule.ts'

test.each([
  ['FREQ=WEEKLY;BYDAY=TU,TH;COUNT=5', '2027-08-17', '17 19 24 26 31'],
  // the first date is not one of the rule's own days
  ['FREQ=WEEKLY;BYDAY=WE;COUNT=2', '2027-08-17', '18 25'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=3', '2027-08-03', '03 17 31'],
  // UNTIL includes its day
  ['FREQ=WEEKLY;UNTIL=20270831', '2027-08-17', '17 24 31'],
  ['FREQ=WEEKLY;UNTIL=20270830', '2027-08-17', '17 24'],
  ['FREQ=DAILY;COUNT=2', '2027-08-31', '31 01'],
  ['FREQ=MONTHLY;BYDAY=2TU;COUNT=3', '2027-08-01', '10 14 12'],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=2', '2027-08-01', '27 24'],
  // months without that day are left out
  ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', '2027-08-01', '31 31 31'],
  ['FREQ=MONTHLY;COUNT=3', '2027-01-31', '31 31 31'],
  ['FREQ=MONTHLY;BYMONTHDAY=29;COUNT=2', '2027-01-29', '29 29'],
  // the last day, in February of a common and of a leap year
  ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4', '2027-01-31', '31 28 31 30'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', '2028-01-31', '31 29 31'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270228', '2027-01-15', '31 28'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=1', '2027-01-01', '29'],
  // across the end of daylight saving time, in any time zone of the server
  ['FREQ=DAILY;COUNT=3', '2027-10-30', '30 31 01'],
])('%s from %s: %s', (rule, first, days) => {
  const dates = datesOfRule(rule, first)
  expect(dates.map((date) => date.slice(8)).join(' ')).toBe(days)
  expect(dates.toSorted()).toEqual(dates)
})

test.each([
  ['', 'ruleUnreadable'],
  ['often', 'ruleUnreadable'],
  ['FREQ=WEEKLY', 'ruleUnreadable'],
  ['FREQ=HOURLY;COUNT=2', 'ruleUnreadable'],
  ['FREQ=WEEKLY;COUNT=0', 'ruleUnreadable'],
  ['FREQ=WEEKLY;BYDAY=XX;COUNT=2', 'ruleUnreadable'],
  ['FREQ=WEEKLY;BYHOUR=3,4;COUNT=2', 'ruleUnreadable'],
  ['FREQ=WEEKLY;COUNT=2\nEXDATE:20270817', 'ruleUnreadable'],
  ['FREQ=WEEKLY;UNTIL=20270101', 'ruleEmpty'],
  ['FREQ=DAILY;COUNT=201', 'ruleTooLong'],
  ['FREQ=DAILY;UNTIL=99991231', 'ruleTooLong'],
])('%j is refused: %s', (rule, reason) => {
  expect(() => datesOfRule(rule, '2027-08-17')).toThrow(
    expect.objectContaining({ name: Refusal.name, code: 'invalid', reason }),
  )
})
