import { describe, expect, test } from 'vitest'
import { type Door, doorOf, type Entry, type EntryEvent, nextEntry } from './entry-state.ts'

const preview: Entry = { at: 'preview' }
const waiting: Entry = { at: 'waiting' }
const entering: Entry = { at: 'entering', trouble: null }
const inside: Entry = { at: 'inside' }
const mending: Entry = { at: 'returning', by: 'connection', trouble: null }
const returning: Entry = { at: 'returning', by: 'us', trouble: null }
const over = (because: Extract<Entry, { at: 'over' }>['because']): Entry => ({ at: 'over', because })
const overAfterWaiting: Entry = { at: 'over', because: 'not_yours', waited: true }
const join = (door: Door): EntryEvent => ({ kind: 'join', door })
const door = (which: Door): EntryEvent => ({ kind: 'door', door: which })

test.each<[string, Entry, EntryEvent, Entry]>([
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
  ['and learnt by a refusal', waiting, { kind: 'out', because: 'not_yours' }, overAfterWaiting],
  ['given back, one waits again', overAfterWaiting, door('not_admitted'), waiting],
  ['given back in a class that is on, whoever waited goes in', overAfterWaiting, door('open'), entering],
  ['a class that ends without one', over('not_yours'), door('ended'), over('ended')],
  ['the same end twice', over('ended'), door('ended'), over('ended')],
  ['connected', entering, { kind: 'connected' }, inside],
  ['back again', returning, { kind: 'connected' }, inside],
  ['a late connection after leaving', over('left'), { kind: 'connected' }, over('left')],
  ['the connection mends itself', inside, { kind: 'lost', by: 'connection' }, mending],
  ['the connection gives up', mending, { kind: 'lost', by: 'us' }, returning],
  ['it does not take over from us', returning, { kind: 'lost', by: 'connection' }, returning],
  ['lost while entering is the attempt’s own failure', entering, { kind: 'lost', by: 'us' }, entering],
  [
    'trouble is named',
    returning,
    { kind: 'trouble', trouble: 'classroom' },
    { at: 'returning', by: 'us', trouble: 'classroom' },
  ],
  ['trouble of an old attempt', inside, { kind: 'trouble', trouble: 'server' }, inside],
  ['leaving', inside, { kind: 'out', because: 'left' }, over('left')],
  ['the first ending stays', over('elsewhere'), { kind: 'out', because: 'left' }, over('elsewhere')],
  ['devices are checked while one waits', waiting, { kind: 'check-devices' }, preview],
  ['devices are not checked inside', inside, { kind: 'check-devices' }, inside],
])('%s', (_what, from, event, to) => {
  expect(nextEntry(from, event)).toEqual(to)
})

test('nothing new is the same object, so that nothing renders again', () => {
  expect(nextEntry(inside, door('open'))).toBe(inside)
  expect(nextEntry(mending, { kind: 'lost', by: 'connection' })).toBe(mending)
})

describe('the door', () => {
  test.each<[Parameters<typeof doorOf>[0], Door]>([
    [{ status: 'scheduled' }, 'open'],
    [{ status: 'in_progress' }, 'open'],
    [{ status: 'scheduled', joinRefusal: 'not_started' }, 'not_started'],
    [{ status: 'in_progress', joinRefusal: 'removed' }, 'removed'],
    [{ status: 'in_progress', joinRefusal: 'not_yours' }, 'not_yours'],
    [{ status: 'completed', joinRefusal: 'completed' }, 'ended'],
    [{ status: 'completed', joinRefusal: 'removed' }, 'ended'],
    [{ status: 'cancelled', joinRefusal: 'not_yours' }, 'cancelled'],
  ])('%j is %s', (session, expected) => {
    expect(doorOf(session)).toBe(expected)
  })
})
