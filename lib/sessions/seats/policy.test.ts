import { describe, expect, test } from 'vitest'
import type { SeatKind } from '#lib/kernel/enums.ts'
import {
  assignSeats,
  promoteStudents,
  type SeatCapacity,
  usualSeatKind,
  type WaitlistedStudent,
} from './policy.ts'

test.each([
  ['ONLINE', 0, 'online'],
  ['HYBRID', 0, 'online'],
  ['HYBRID', 8, 'online'],
  ['OFFLINE', 0, 'online'],
  ['OFFLINE', 8, 'in_person'],
] as const)('a %s class with %i in-person seats: usually %s', (mode, inPersonCapacity, kind) => {
  expect(usualSeatKind({ mode, inPersonCapacity })).toBe(kind)
})

/** `1/2 0/3`: one of two online seats is taken, and none of three in-person seats. */
function places(written: string, mode: SeatCapacity['mode'] = 'HYBRID'): SeatCapacity {
  const [seatsTaken = 0, capacity = 0, inPersonSeatsTaken = 0, inPersonCapacity = 0] = written
    .split(/[/ ]/)
    .map(Number)
  return { mode, capacity, seatsTaken, inPersonCapacity, inPersonSeatsTaken }
}

/** `a:in_person b:online`: student and kind. */
function wishes(written: string) {
  return written.split(' ').map((wish) => {
    const [studentId = '', kind] = wish.split(':')
    return { studentId, kind: kind as SeatKind }
  })
}

const written = (wishes: { studentId: string; kind: SeatKind }[]) =>
  wishes.map(({ studentId, kind }) => `${studentId}:${kind}`).join(' ')

test.each([
  ['HYBRID', '0/2 0/2', 'a:online b:in_person', 'a:online b:in_person', ''],
  ['HYBRID', '1/2 0/2', 'a:online b:online', 'a:online', 'b:online'],
  // in-person seats full: online meanwhile
  ['HYBRID', '0/2 2/2', 'a:in_person', 'a:online', 'a:in_person'],
  ['HYBRID', '0/1 1/2', 'a:in_person b:in_person c:online', 'a:in_person b:online', 'b:in_person c:online'],
  ['HYBRID', '2/2 2/2', 'a:in_person', '', 'a:in_person'],
  // an online request never gets an in-person seat
  ['HYBRID', '2/2 0/2', 'a:online', '', 'a:online'],
  // no in-person seats at all
  ['HYBRID', '0/2 0/0', 'a:in_person', 'a:online', ''],
  ['ONLINE', '0/2 0/0', 'a:in_person', 'a:online', ''],
  ['OFFLINE', '0/2 0/0', 'a:in_person', 'a:online', ''],
  // students of an OFFLINE class want to attend in person
  ['OFFLINE', '0/2 2/2', 'a:in_person', '', 'a:in_person'],
] as const)('%s, %s taken, %s asked: seated %s, waiting %s', (mode, taken, wished, seated, waiting) => {
  const given = assignSeats(places(taken, mode), wishes(wished))
  expect([written(given.seated), written(given.waiting)]).toEqual([seated, waiting])
})

describe('a freed seat', () => {
  /** `a:in_person<online`: waitlisted for in person, with an online seat. */
  function line(text: string): WaitlistedStudent[] {
    return text.split(' ').map((waiter) => {
      const [studentId = '', kind, seat] = waiter.split(/[:<]/)
      return { studentId, kind: kind as SeatKind, seat: (seat as SeatKind | undefined) ?? null }
    })
  }

  test.each([
    ['HYBRID', '2/2 2/2', 'a:online b:in_person', ''],
    ['HYBRID', '1/2 2/2', 'a:online b:online', 'null>a:online'],
    // the first on the waitlist for that kind
    ['HYBRID', '2/2 1/2', 'a:online b:in_person<online c:in_person', 'online>b:in_person null>a:online'],
    // online meanwhile, by position on the waitlist
    ['HYBRID', '1/2 2/2', 'a:in_person b:online', 'null>a:online…'],
    ['HYBRID', '1/2 2/2', 'b:online a:in_person', 'null>b:online'],
    ['OFFLINE', '1/2 2/2', 'a:in_person b:online', 'null>b:online'],
    // each frees the other's seat
    ['HYBRID', '2/2 1/2', 'a:online<in_person b:in_person<online', 'online>b:in_person in_person>a:online'],
    // a chain over both kinds: a moves to in person and b gets the seat that a frees
    ['HYBRID', '2/2 1/2', 'a:in_person<online b:in_person', 'online>a:in_person null>b:online…'],
    ['HYBRID', '0/2 0/2', 'a:in_person b:online', 'null>a:in_person null>b:online'],
    // the session lost its in-person seats: everyone sits online
    ['OFFLINE', '1/2 0/0', 'a:in_person b:online', 'null>a:online…'],
    ['ONLINE', '0/2 0/0', 'a:in_person<online b:in_person', 'null>b:online…'],
  ] as const)('%s, %s taken, waitlisted %s: %s', (mode, taken, waiting, expected) => {
    const promoted = promoteStudents(places(taken, mode), line(waiting))
    const shown = promoted.map(
      ({ studentId, from, to, staysOnWaitlist }) => `${from}>${studentId}:${to}${staysOnWaitlist ? '…' : ''}`,
    )
    expect(shown.join(' ')).toBe(expected)
  })
})
