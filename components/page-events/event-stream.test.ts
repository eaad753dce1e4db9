// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { PageEvent } from '#lib/page-events/page-event.ts'
import { subscribeToPageEvents } from './event-stream.ts'

/** An EventSource that the server refuses; `opened` counts the attempts. */
class RefusedEventSource {
  static readonly CLOSED = 2
  static opened = 0
  readyState = 0
  onerror: () => void = () => {}

  constructor() {
    RefusedEventSource.opened += 1
    queueMicrotask(() => {
      this.readyState = RefusedEventSource.CLOSED
      this.onerror()
    })
  }

  close() {}
}

const me = vi.fn<() => Promise<Response>>()

beforeEach(() => {
  vi.useFakeTimers()
  RefusedEventSource.opened = 0
  vi.stubGlobal('EventSource', RefusedEventSource)
  vi.stubGlobal('fetch', me)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  me.mockReset()
})

/** Listens for a minute and returns the received events. */
async function listenForAMinute(): Promise<PageEvent[]> {
  const heard: PageEvent[] = []
  const stop = subscribeToPageEvents((news) => heard.push(news))
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  stop()
  return heard
}

test('after the sign-in has ended, a page reloads its data and stops connecting', async () => {
  me.mockImplementation(async () => new Response(null, { status: 401 }))
  expect(await listenForAMinute()).toEqual([{ kind: 'ready' }])
  expect(RefusedEventSource.opened).toBe(1)
  expect(me).toHaveBeenCalledTimes(1)
})

test.each([
  ['answers 503', async () => new Response(null, { status: 503 })],
  ['does not answer', () => Promise.reject(new TypeError('Failed to fetch'))],
])('if the server %s, the page keeps trying', async (_, answer) => {
  me.mockImplementation(answer)
  expect(await listenForAMinute()).toEqual([])
  expect(RefusedEventSource.opened).toBeGreaterThan(10)
})

test('a page that is closed during the sign-in check opens no other stream', async () => {
  const asked = Promise.withResolvers<Response>()
  me.mockReturnValue(asked.promise)
  const stop = subscribeToPageEvents(() => {})
  await vi.advanceTimersByTimeAsync(0)
  stop()
  asked.resolve(new Response(null, { status: 503 }))
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(RefusedEventSource.opened).toBe(1)
})

test('a page whose stream was replaced by a newer one reopens it when it becomes visible', async () => {
  const opened: { onmessage(message: { data: string }): void; closed: boolean }[] = []
  class OpenEventSource {
    onmessage: (message: { data: string }) => void = () => {}
    closed = false
    constructor() {
      opened.push(this)
    }
    close() {
      this.closed = true
    }
  }
  vi.stubGlobal('EventSource', OpenEventSource)
  const heard: PageEvent[] = []
  const stop = subscribeToPageEvents((news) => heard.push(news))
  await vi.advanceTimersByTimeAsync(0)
  opened[0]?.onmessage({ data: JSON.stringify({ kind: 'ended' }) })
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect([opened.length, opened[0]?.closed, heard]).toEqual([1, true, []])
  document.dispatchEvent(new Event('visibilitychange'))
  expect(opened).toHaveLength(2)
  stop()
})
