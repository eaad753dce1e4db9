import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#lib/kernel/durations.ts'
import { expiryForClass, firstExpiry, renewedExpiry } from './sign-in-lifetime.ts'

const at = (time: number) => new Date(Date.UTC(2026, 10, 24) + time)

test.each([
  ['web', false, 8 * HOUR_MS],
  ['web', true, 30 * DAY_MS],
  ['bearer', false, 30 * DAY_MS],
] as const)('a new sign-in by %s, kept %s, lasts %i ms', (carrier, kept, lasts) => {
  expect(firstExpiry({ carrier, kept }, at(0))).toEqual(at(lasts))
})

test('a kept sign-in has no idle limit, and use does not extend it', () => {
  const signIn = { carrier: 'web', kept: true, createdAt: at(0), expiresAt: at(30 * DAY_MS) } as const
  expect(renewedExpiry(signIn, at(29 * DAY_MS))).toBeNull()
})

test.each([
  // carrier, used at, expiry, new expiry
  ['web', 0.5 * HOUR_MS, 8 * HOUR_MS, null],
  ['web', 1 * HOUR_MS, 8 * HOUR_MS, null],
  ['web', 1.1 * HOUR_MS, 8 * HOUR_MS, 9.1 * HOUR_MS],
  ['web', 7.9 * HOUR_MS, 8 * HOUR_MS, 15.9 * HOUR_MS],
  ['web', 30 * DAY_MS - 4 * HOUR_MS, 30 * DAY_MS - 2 * HOUR_MS, 30 * DAY_MS],
  ['web', 30 * DAY_MS - 4 * HOUR_MS, 30 * DAY_MS - 0.5 * HOUR_MS, null],
  // a class has extended the sign-in beyond the absolute limit
  ['web', 30 * DAY_MS - 4 * HOUR_MS, 30 * DAY_MS + 4 * HOUR_MS, null],
  ['bearer', 1 * DAY_MS, 30 * DAY_MS, 31 * DAY_MS],
  ['bearer', 179 * DAY_MS, 179.5 * DAY_MS, 180 * DAY_MS],
] as const)('carried by %s, used at %i, expiry %i: new expiry %s', (carrier, now, expiresAt, renewed) => {
  const signIn = { carrier, kept: false, createdAt: at(0), expiresAt: at(expiresAt) }
  expect(renewedExpiry(signIn, at(now))).toEqual(renewed === null ? null : at(renewed))
})

test.each([
  // expiry, end of the class, now, new expiry
  [8 * HOUR_MS, 2 * HOUR_MS, 1 * HOUR_MS, null],
  [6 * HOUR_MS, 2 * HOUR_MS, 1 * HOUR_MS, null],
  [5.9 * HOUR_MS, 2 * HOUR_MS, 1 * HOUR_MS, 6 * HOUR_MS],
  // the class runs overtime
  [6 * HOUR_MS, 2 * HOUR_MS, 3 * HOUR_MS, 7 * HOUR_MS],
] as const)(
  'sign-in expiry %i, class ends at %i, entered at %i: new expiry %s',
  (ends, classEnds, now, then) => {
    const expiry = expiryForClass({ expiresAt: at(ends) }, at(classEnds), at(now))
    expect(expiry).toEqual(then === null ? null : at(then))
  },
)
