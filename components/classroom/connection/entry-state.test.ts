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
  ['an open door leads in', preview, join('open'), entering],
  ['a class that has not begun is waited for', preview, join('not_started'), waiting],
  ['a class that is over says so', preview, join('ended'), over('ended')],
  ['a removed person is told', preview, join('removed'), over('removed')],
  ['whoever left goes back in', over('left'), join('open'), entering],
  ['another device takes over', over('elsewhere'), join('open'), entering],
  ['a second press changes nothing', entering, join('open'), entering],
  ['the trainer starts', waiting, door('open'), entering],
  ['the class is cancelled while one waits', waiting, door('cancelled'), over('cancelled')],
  ['an open door alone takes nobody in', preview, door('open'), preview],
  ['a class that ends under the preview', preview, door('ended'), over('ended')],
  ['a refused token of a class that has not begun', entering, door('not_started'), waiting],
  ['the trainer ends', inside, door('ended'), over('ended')],
  ['the trainer removes', inside, door('removed'), over('removed')],
  ['a seat taken back', inside, door('not_yours'), over('not_yours')],
  ['an open door is no news inside', inside, door('open'), inside],
  ['the end is learnt after leaving', over('left'), door('ended'), over('ended')],
  ['let in again waits for a press', over('removed'), door('open'), over('removed')],
  ['a seat given back is not a way in without a press', over('not_yours'), door('open'), preview],
  ['a seat given back before class begins', over('not_yours'), door('not_started'), preview],
  ['a seat taken back while one waits', waiting, door('not_yours'), overAfterWaiting],
  ['and learnt by a refusal', waiting, { kind: 'ended', reason: 'not_yours' }, overAfterWaiting],
  ['given back, one waits again', overAfterWaiting, door('not_admitted'), waiting],
  ['given back in a class that is on, whoever waited goes in', overAfterWaiting, door('open'), entering],
  ['a class that ends without one', over('not_yours'), door('ended'), over('ended')],
  ['the same end twice', over('ended'), door('ended'), over('ended')],
  ['connected', entering, { kind: 'connected' }, inside],
  ['back again', returning, { kind: 'connected' }, inside],
  ['a late connection after leaving', over('left'), { kind: 'connected' }, over('left')],
  ['the connection mends itself', inside, { kind: 'disconnected', method: 'resume' }, mending],
  ['the connection gives up', mending, { kind: 'disconnected', method: 'rejoin' }, returning],
  ['it does not take over from us', returning, { kind: 'disconnected', method: 'resume' }, returning],
  [
    'lost while entering is the attempt’s own failure',
    entering,
    { kind: 'disconnected', method: 'rejoin' },
    entering,
  ],
  [
    'trouble is named',
    returning,
    { kind: 'unreachable', service: 'classroom' },
    { phase: 'reconnecting', method: 'rejoin', unreachable: 'classroom' },
  ],
  ['trouble of an old attempt', inside, { kind: 'unreachable', service: 'server' }, inside],
  ['leaving', inside, { kind: 'ended', reason: 'left' }, over('left')],
  ['the first ending stays', over('elsewhere'), { kind: 'ended', reason: 'left' }, over('elsewhere')],
  ['devices are checked while one waits', waiting, { kind: 'check_devices' }, preview],
  ['devices are not checked inside', inside, { kind: 'check_devices' }, inside],
])('%s', (_what, from, event, to) => {
  expect(nextEntryState(from, event)).toEqual(to)
})

test('nothing new is the same object, so that nothing renders again', () => {
  expect(nextEntryState(inside, door('open'))).toBe(inside)
  expect(nextEntryState(mending, { kind: 'disconnected', method: 'resume' })).toBe(mending)
})

describe('the door', () => {
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
