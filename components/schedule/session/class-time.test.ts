import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { classTime } from './class-time.ts'

// A date in the current year is shown without the year.
beforeAll(() => void vi.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z') }))
afterAll(() => void vi.useRealTimers())

const session = {
  startsAt: '2026-11-24T17:00:00Z',
  endsAt: '2026-11-24T18:30:00Z',
  timeZone: 'America/New_York',
}

test('the class’s time is shown if the viewer’s clocks show another time', () => {
  expect(classTime(session, 'Europe/Berlin')).toEqual({
    place: 'New York',
    day: 'Tue 24 Nov',
    time: '12:00–13:30 GMT-5',
  })
})

test('a zone with the same time is not shown twice', () => {
  expect(classTime({ ...session, timeZone: 'Europe/Paris' }, 'Europe/Berlin')).toBeNull()
})

test('the same time on another date is shown', () => {
  const there = { ...session, startsAt: '2026-11-24T10:30:00Z', timeZone: 'Pacific/Kiritimati' }
  expect(classTime(there, 'Pacific/Honolulu')?.day).toBe('Wed 25 Nov')
})

test('a zone with the same time is not shown twice during the repeated hour of the other zone', () => {
  const night = { startsAt: '2026-10-25T00:30:00Z', endsAt: '2026-10-25T00:45:00Z' }
  expect(classTime({ ...night, timeZone: 'Africa/Johannesburg' }, 'Europe/Berlin')).toBeNull()
})
