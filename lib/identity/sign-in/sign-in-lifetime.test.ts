import { expect, test } from 'vitest'
import { expiryForClass, firstExpiry, renewedExpiry } from './sign-in-lifetime.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const at = (time: number) => new Date(Date.UTC(2026, 10, 24) + time)

test.each([
  ['web', false, 8 * HOUR],
  ['web', true, 30 * DAY],
  ['bearer', false, 30 * DAY],
] as const)('a new sign-in by %s, kept %s, lasts %i ms', (carrier, kept, lasts) => {
  expect(firstExpiry({ carrier, kept }, at(0))).toEqual(at(lasts))
})

test('a kept sign-in has no idle limit, and use does not extend it', () => {
  const signIn = { carrier: 'web', kept: true, createdAt: at(0), expiresAt: at(30 * DAY) } as const
  expect(renewedExpiry(signIn, at(29 * DAY))).toBeNull()
})

test.each([
  // carrier, used at, expiry, new expiry
  ['web', 0.5 * HOUR, 8 * HOUR, null],
  ['web', 1 * HOUR, 8 * HOUR, null],
  ['web', 1.1 * HOUR, 8 * HOUR, 9.1 * HOUR],
  ['web', 7.9 * HOUR, 8 * HOUR, 15.9 * HOUR],
  ['web', 30 * DAY - 4 * HOUR, 30 * DAY - 2 * HOUR, 30 * DAY],
  ['web', 30 * DAY - 4 * HOUR, 30 * DAY - 0.5 * HOUR, null],
  // a class has extended the sign-in beyond the absolute limit
  ['web', 30 * DAY - 4 * HOUR, 30 * DAY + 4 * HOUR, null],
  ['bearer', 1 * DAY, 30 * DAY, 31 * DAY],
  ['bearer', 179 * DAY, 179.5 * DAY, 180 * DAY],
] as const)('carried by %s, used at %i, expiry %i: new expiry %s', (carrier, now, expiresAt, renewed) => {
  const signIn = { carrier, kept: false, createdAt: at(0), expiresAt: at(expiresAt) }
  expect(renewedExpiry(signIn, at(now))).toEqual(renewed === null ? null : at(renewed))
})

test.each([
  // expiry, end of the class, now, new expiry
  [8 * HOUR, 2 * HOUR, 1 * HOUR, null],
  [6 * HOUR, 2 * HOUR, 1 * HOUR, null],
  [5.9 * HOUR, 2 * HOUR, 1 * HOUR, 6 * HOUR],
  // the class runs overtime
  [6 * HOUR, 2 * HOUR, 3 * HOUR, 7 * HOUR],
] as const)(
  'sign-in expiry %i, class ends at %i, entered at %i: new expiry %s',
  (ends, classEnds, now, then) => {
    const expiry = expiryForClass({ expiresAt: at(ends) }, at(classEnds), at(now))
    expect(expiry).toEqual(then === null ? null : at(then))
  },
)
