import { expect, test } from 'vitest'
import { datesOfRule } from './dates-of-rule.ts'
import { skippedMonths } from './skipped-months.ts'

test.each([
  // The 31st, with and without its number in the rule.
  ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4', '2027-01-31', '2027-02 2027-04 2027-06'],
  ['FREQ=MONTHLY;COUNT=4', '2027-01-31', '2027-02 2027-04 2027-06'],
  ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2', '2027-07-31', ''],
  // Only February lacks the 30th, and the 29th except in leap years.
  ['FREQ=MONTHLY;BYMONTHDAY=30;COUNT=4', '2027-12-30', '2028-02'],
  ['FREQ=MONTHLY;BYMONTHDAY=29;COUNT=4', '2027-12-29', ''],
  ['FREQ=MONTHLY;BYMONTHDAY=29;COUNT=4', '2028-12-29', '2029-02'],
  ['FREQ=MONTHLY;BYMONTHDAY=30,31;COUNT=6', '2027-01-30', '2027-02'],
  ['FREQ=MONTHLY;BYMONTHDAY=28;COUNT=12', '2027-01-28', ''],
  ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12', '2027-01-31', ''],
  // Every second month.
  ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31;COUNT=3', '2027-07-31', '2027-09 2027-11'],
  // Up to the end of the rule, if it covers the whole month.
  ['FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20270930', '2027-07-31', '2027-09'],
  ['FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20270929', '2027-07-31', ''],
  // Before the first date.
  ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=1', '2027-02-01', '2027-02'],
  ['FREQ=MONTHLY;BYMONTHDAY=15;COUNT=2', '2027-02-20', ''],
  // Only months that the rule names.
  ['FREQ=MONTHLY;BYMONTH=1,2;BYMONTHDAY=30;COUNT=3', '2027-01-01', '2027-02 2028-02'],
  // A fifth Tuesday.
  ['FREQ=MONTHLY;BYDAY=5TU;COUNT=2', '2027-08-31', '2027-09 2027-10'],
  // Leap years.
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2', '2028-02-29', '2029-02 2030-02 2031-02'],
  ['FREQ=YEARLY;COUNT=2', '2028-02-29', '2029-02 2030-02 2031-02'],
  ['FREQ=YEARLY;COUNT=2', '2028-03-31', ''],
  ['FREQ=WEEKLY;COUNT=9', '2027-01-31', ''],
])('%s from %s skips %j', (rule, first, months) => {
  expect(skippedMonths(rule, first, datesOfRule(rule, first)).join(' ')).toBe(months)
})

test('a month with a date that was added by hand is not skipped', () => {
  const rule = 'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2'
  const dates = [...datesOfRule(rule, '2027-01-31'), '2027-02-28']
  expect(skippedMonths(rule, '2027-01-31', dates)).toEqual([])
})
