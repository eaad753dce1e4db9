// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { PageEvent } from '#lib/page-events/page-event.ts'
import { subscribeToPageEvents } from './event-stream.ts'

/** The browser's, refused by the server; `opened` counts the attempts. */
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

/** Listens for a minute; answers what was heard. */
async function listenForAMinute(): Promise<PageEvent[]> {
  const heard: PageEvent[] = []
  const stop = subscribeToPageEvents((news) => heard.push(news))
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  stop()
  return heard
}

test('a page whose sign-in has ended is told to read again, and asks no more', async () => {
  const envelope = { success: false, message: 'Sign in.', error: { code: 'unauthenticated' } }
  me.mockImplementation(async () => Response.json(envelope, { status: 401 }))
  expect(await listenForAMinute()).toEqual([{ kind: 'ready' }])
  expect(RefusedEventSource.opened).toBe(1)
  expect(me).toHaveBeenCalledTimes(1)
})

test.each([
  ['answers 503', async () => new Response(null, { status: 503 })],
  ['does not answer', () => Promise.reject(new TypeError('Failed to fetch'))],
])('where the server %s, the page goes on trying', async (_, answer) => {
  me.mockImplementation(answer)
  expect(await listenForAMinute()).toEqual([])
  expect(RefusedEventSource.opened).toBeGreaterThan(10)
})

test('a page that goes while the server is asked opens no other stream', async () => {
  const asked = Promise.withResolvers<Response>()
  me.mockReturnValue(asked.promise)
  const stop = subscribeToPageEvents(() => {})
  await vi.advanceTimersByTimeAsync(0)
  stop()
  asked.resolve(new Response(null, { status: 503 }))
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(RefusedEventSource.opened).toBe(1)
})

test('a page whose stream is ended for a newer one opens it again when it is looked at', async () => {
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
