import { describe, expect, test } from 'vitest'
import {
  type EntryEvent,
  type EntryState,
  type EntryStatus,
  entryStatusOf,
  nextEntryState,
} from './entry-state.ts'

const preview: EntryState = { phase: 'preview' }
const waiting: EntryState = { phase: 'waiting' }
const entering: EntryState = { phase: 'entering', unreachable: null }
const inside: EntryState = { phase: 'inside' }
const mending: EntryState = { phase: 'reconnecting', method: 'resume', unreachable: null }
const returning: EntryState = { phase: 'reconnecting', method: 'rejoin', unreachable: null }
const over = (because: Extract<EntryState, { phase: 'ended' }>['reason']): EntryState => ({
  phase: 'ended',
  reason: because,
})
const overAfterWaiting: EntryState = { phase: 'ended', reason: 'not_yours', wasWaiting: true }
const join = (door: EntryStatus): EntryEvent => ({ kind: 'join', status: door })
const door = (which: EntryStatus): EntryEvent => ({ kind: 'status', status: which })

test.each<[string, EntryState, EntryEvent, EntryState]>([
  ['joining an open class enters', preview, join('open'), entering],
  ['joining before the start waits', preview, join('not_started'), waiting],
  ['joining a class that has ended shows that it ended', preview, join('ended'), over('ended')],
  ['a removed student sees that they were removed', preview, join('removed'), over('removed')],
  ['a participant who left can join again', over('left'), join('open'), entering],
  ['this device takes over from another device', over('elsewhere'), join('open'), entering],
  ['a second press of Join has no effect', entering, join('open'), entering],
  ['the trainer starts while the student waits', waiting, door('open'), entering],
  ['the class is cancelled while the student waits', waiting, door('cancelled'), over('cancelled')],
  ['an open class is not joined without a press', preview, door('open'), preview],
  ['the class ends during the preview', preview, door('ended'), over('ended')],
  ['a token refused before the start', entering, door('not_started'), waiting],
  ['the trainer ends the class', inside, door('ended'), over('ended')],
  ['the trainer removes the student', inside, door('removed'), over('removed')],
  ['the seat is taken away', inside, door('not_yours'), over('not_yours')],
  ['an open class changes nothing inside', inside, door('open'), inside],
  ['the class ends after the participant left', over('left'), door('ended'), over('ended')],
  ['a readmitted student joins only by a press', over('removed'), door('open'), over('removed')],
  ['a seat given back is not joined without a press', over('not_yours'), door('open'), preview],
  ['a seat given back before the start', over('not_yours'), door('not_started'), preview],
  ['the seat is taken away while the student waits', waiting, door('not_yours'), overAfterWaiting],
  [
    'the seat is taken away, known by a refusal',
    waiting,
    { kind: 'ended', reason: 'not_yours' },
    overAfterWaiting,
  ],
  ['a waiting student waits again with the seat given back', overAfterWaiting, door('not_admitted'), waiting],
  [
    'a waiting student enters a running class with the seat given back',
    overAfterWaiting,
    door('open'),
    entering,
  ],
  ['the class ends while the seat is taken away', over('not_yours'), door('ended'), over('ended')],
  ['the same end twice', over('ended'), door('ended'), over('ended')],
  ['connected', entering, { kind: 'connected' }, inside],
  ['connected again', returning, { kind: 'connected' }, inside],
  ['a late connection after leaving', over('left'), { kind: 'connected' }, over('left')],
  ['the connection resumes by itself', inside, { kind: 'disconnected', method: 'resume' }, mending],
  ['the connection gives up', mending, { kind: 'disconnected', method: 'rejoin' }, returning],
  ['a resume does not replace our rejoin', returning, { kind: 'disconnected', method: 'resume' }, returning],
  [
    'a disconnect while entering is left to the attempt',
    entering,
    { kind: 'disconnected', method: 'rejoin' },
    entering,
  ],
  [
    'an unreachable service is named',
    returning,
    { kind: 'unreachable', service: 'classroom' },
    { phase: 'reconnecting', method: 'rejoin', unreachable: 'classroom' },
  ],
  [
    'an unreachable service of an earlier attempt is ignored',
    inside,
    { kind: 'unreachable', service: 'server' },
    inside,
  ],
  ['leaving', inside, { kind: 'ended', reason: 'left' }, over('left')],
  ['the first end reason stays', over('elsewhere'), { kind: 'ended', reason: 'left' }, over('elsewhere')],
  ['devices can be checked while waiting', waiting, { kind: 'check_devices' }, preview],
  ['devices cannot be checked inside', inside, { kind: 'check_devices' }, inside],
])('%s', (_what, from, event, to) => {
  expect(nextEntryState(from, event)).toEqual(to)
})

test('an event without effect returns the same object, so nothing re-renders', () => {
  expect(nextEntryState(inside, door('open'))).toBe(inside)
  expect(nextEntryState(mending, { kind: 'disconnected', method: 'resume' })).toBe(mending)
})

describe('the entry status', () => {
  test.each<[Parameters<typeof entryStatusOf>[0], EntryStatus]>([
    [{ status: 'scheduled' }, 'open'],
    [{ status: 'in_progress' }, 'open'],
    [{ status: 'scheduled', joinRefusal: 'not_started' }, 'not_started'],
    [{ status: 'in_progress', joinRefusal: 'removed' }, 'removed'],
    [{ status: 'in_progress', joinRefusal: 'not_yours' }, 'not_yours'],
    [{ status: 'completed', joinRefusal: 'completed' }, 'ended'],
    [{ status: 'completed', joinRefusal: 'removed' }, 'ended'],
    [{ status: 'cancelled', joinRefusal: 'not_yours' }, 'cancelled'],
  ])('%j is %s', (session, expected) => {
    expect(entryStatusOf(session)).toBe(expected)
  })
})
