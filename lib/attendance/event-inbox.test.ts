import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEventInbox } from './event-inbox.ts'
import type { StoredEvent } from './stored-event.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

const event = (id: string) => ({ id }) as StoredEvent

/** An inbox, and the event ids of each of its writes. */
function inboxWith(write = async (_ids: string[]) => {}) {
  const writes: string[][] = []
  const inbox = createEventInbox(async (events) => {
    const ids = events.map(({ id }) => id)
    writes.push(ids)
    await write(ids)
  })
  return { inbox, writes }
}

test('the first event is written at once, and the events of the next 50 ms together', async () => {
  const { inbox, writes } = inboxWith()
  const first = inbox.add(event('1'))
  await vi.advanceTimersByTimeAsync(0)
  await first
  const more = ['2', '3', '4'].map((id) => inbox.add(event(id)))
  await vi.advanceTimersByTimeAsync(49)
  expect(writes).toEqual([['1']])
  await vi.advanceTimersByTimeAsync(1)
  await Promise.all(more)
  expect(writes).toEqual([['1'], ['2', '3', '4']])
  const later = inbox.add(event('5'))
  await vi.advanceTimersByTimeAsync(50)
  await later
  expect(writes.at(-1)).toEqual(['5'])
})

test('events that arrive during a write are written after it, and no event is lost', async () => {
  const written = Promise.withResolvers<void>()
  const { inbox, writes } = inboxWith((ids) => (ids.includes('1') ? written.promise : Promise.resolve()))
  const first = inbox.add(event('1'))
  await vi.advanceTimersByTimeAsync(0)
  const second = inbox.add(event('2'))
  await vi.advanceTimersByTimeAsync(200)
  expect(writes).toEqual([['1']])
  written.resolve()
  await vi.advanceTimersByTimeAsync(50)
  await Promise.all([first, second])
  expect(writes).toEqual([['1'], ['2']])
})

test('a failed write fails each of its events, and does not delay the next write', async () => {
  let away = true
  const { inbox } = inboxWith(async () => {
    if (away) throw new Error('the database is away')
  })
  const failing = Promise.allSettled([inbox.add(event('1')), inbox.add(event('2'))])
  await vi.advanceTimersByTimeAsync(50)
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  away = false
  const next = inbox.add(event('3'))
  await vi.advanceTimersByTimeAsync(50)
  await next
})
