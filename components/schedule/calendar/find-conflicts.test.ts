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
  ['during this one', '18:30', '19:00'],
  ['that contains this one', '17:00', '20:00'],
  ['over the start of this one', '17:00', '18:15'],
  ['over the end of this one', '19:15', '20:00'],
])('the trainer has a conflict with another session %s', (_, start, end) => {
  expect(findConflicts(moved, [booked('other', start, end)])).toEqual([{ kind: 'trainer', name: 'Leïla' }])
})

test.each([
  ['ends when it starts', '17:00', '18:00'],
  ['starts when it ends', '19:30', '20:00'],
])('a session that %s does not conflict', (_, start, end) => {
  expect(findConflicts(moved, [booked('other', start, end)])).toEqual([])
})

test('the session itself, other trainers’ sessions, and ended or cancelled ones do not conflict', () => {
  const others = [
    booked('moved', '18:00', '19:30'),
    booked('daniels', '18:00', '19:00', daniel),
    booked('ended', '18:00', '19:00', { status: 'completed' }),
    booked('cancelled', '18:00', '19:00', { status: 'cancelled' }),
  ]
  expect(findConflicts(moved, others)).toEqual([])
})

test('a booked location conflicts, whoever the trainer is', () => {
  const inRoom = { ...moved, ...room }
  expect(findConflicts(inRoom, [booked('other', '18:00', '19:00', { ...daniel, ...room })])).toEqual([
    { kind: 'location', name: 'Room 2' },
  ])
  expect(findConflicts(inRoom, [booked('online', '18:00', '19:00', daniel)])).toEqual([])
})

test('a conflict with several sessions is listed once', () => {
  const others = [booked('a', '18:00', '18:30', room), booked('b', '18:30', '19:00', room)]
  expect(findConflicts({ ...moved, ...room }, others)).toEqual([
    { kind: 'trainer', name: 'Leïla' },
    { kind: 'location', name: 'Room 2' },
  ])
})
