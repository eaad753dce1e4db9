import { expect, test } from 'vitest'
import { classClock } from './class-clock.ts'

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`)

test.each([
  ['18:00:00', { elapsed: '00:00', minutesLeft: 90, share: 0 }],
  ['18:45:00', { elapsed: '45:00', minutesLeft: 45, share: 0.5 }],
  ['19:05:09', { elapsed: '1:05:09', minutesLeft: 25, share: expect.closeTo(0.724, 3) }],
  ['19:35:00', { elapsed: '1:35:00', minutesLeft: -5, share: 1 }],
  ['17:59:00', { elapsed: '00:00', minutesLeft: 91, share: 0 }],
])('at %s', (time, expected) => {
  expect(classClock(at('18:00:00'), at('19:30:00'), at(time))).toEqual(expected)
})
