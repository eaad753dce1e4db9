import { expect, test } from 'vitest'
import { type LastPresence, seatState } from './seat-state.ts'

const now = new Date('2026-11-25T18:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

test.each<['online' | 'in_person', LastPresence, Date | null, string]>([
  ['online', null, null, 'expected'],
  ['online', null, ago(10), 'in_lobby'],
  ['online', null, ago(60), 'expected'],
  ['online', 'inside', ago(10), 'online'],
  ['in_person', 'inside', null, 'in_person'],
  ['online', 'companion', null, 'in_person'],
  ['online', ago(30), null, 'away'],
  ['online', ago(300), null, 'left'],
  ['online', ago(300), ago(5), 'in_lobby'],
])('%s, last %s, entry requested %s: %s', (kind, last, entryRequestSeenAt, expected) => {
  expect(seatState({ kind, last, entryRequestSeenAt }, now)).toBe(expected)
})
