import { expect, test } from 'vitest'
import { type Booked, findConflicts } from './find-conflicts.ts'

function booked(id: string, start: string, end: string, wish: Partial<Booked> = {}): Booked {
  return {
    id,
    start: `2026-11-26T${start}`,
    end: `2026-11-26T${end}`,
    status: 'scheduled',
    trainer: { id: 'leila', name: 'Leïla' },
    location: null,
    ...wish,
  }
}

const daniel = { trainer: { id: 'daniel', name: 'Daniel' } }
const room = { location: { id: 'room', name: 'Room 2' } }
const moved = booked('moved', '18:00', '19:30')

test.each([
  ['inside it', '18:30', '19:00'],
  ['around it', '17:00', '20:00'],
  ['over its start', '17:00', '18:15'],
  ['over its end', '19:15', '20:00'],
])('its trainer teaches another session %s', (_, start, end) => {
  expect(findConflicts(moved, [booked('other', start, end)])).toEqual([{ kind: 'trainer', name: 'Leïla' }])
})

test.each([
  ['ends when it starts', '17:00', '18:00'],
  ['starts when it ends', '19:30', '20:00'],
])('a session that %s is not in the way', (_, start, end) => {
  expect(findConflicts(moved, [booked('other', start, end)])).toEqual([])
})

test('nor is the session itself, another trainer’s, or one that is over or cancelled', () => {
  const others = [
    booked('moved', '18:00', '19:30'),
    booked('daniels', '18:00', '19:00', daniel),
    booked('ended', '18:00', '19:00', { status: 'completed' }),
    booked('cancelled', '18:00', '19:00', { status: 'cancelled' }),
  ]
  expect(findConflicts(moved, others)).toEqual([])
})

test('its room is taken, by whomever', () => {
  const inRoom = { ...moved, ...room }
  expect(findConflicts(inRoom, [booked('other', '18:00', '19:00', { ...daniel, ...room })])).toEqual([
    { kind: 'location', name: 'Room 2' },
  ])
  expect(findConflicts(inRoom, [booked('online', '18:00', '19:00', daniel)])).toEqual([])
})

test('what several sessions take is said once', () => {
  const others = [booked('a', '18:00', '18:30', room), booked('b', '18:30', '19:00', room)]
  expect(findConflicts({ ...moved, ...room }, others)).toEqual([
    { kind: 'trainer', name: 'Leïla' },
    { kind: 'location', name: 'Room 2' },
  ])
})
