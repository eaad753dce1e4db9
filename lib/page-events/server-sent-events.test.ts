import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { signInId, userId } from '#lib/kernel/ids.ts'
import { serverSentEvents } from './server-sent-events.ts'
import type { Stream, Streams } from './streams.ts'

const noor = { id: userId.parse(crypto.randomUUID()), signInId: signInId.parse(crypto.randomUUID()) }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page's event stream with its registered stream. */
function openPage() {
  const unregister = vi.fn()
  const add = vi.fn((_: Stream) => unregister)
  const gone = new AbortController()
  const body = serverSentEvents({ add } as Partial<Streams> as Streams, noor, gone.signal)
  const [stream] = add.mock.lastCall ?? []
  if (!stream) throw new Error('The page was not registered')
  return { stream, gone, body, unregister }
}

test('a page is registered with its sign-in and receives its events', async () => {
  const { stream, body } = openPage()
  expect(stream).toMatchObject({ userId: noor.id, signInId: noor.signInId })
  stream.send({ kind: 'notices' })
  stream.close()
  expect(await new Response(body).text()).toBe('retry: 1000\n\ndata: {"kind":"notices"}\n\n')
})

type Page = ReturnType<typeof openPage>

test.each<[string, (page: Page) => unknown]>([
  ['its sign-in ends', ({ stream }) => stream.close()],
  ['its request is aborted', ({ gone }) => gone.abort()],
  ['its body is cancelled', ({ body }) => body.cancel()],
])('a page is unregistered and its body ended when %s; later events do nothing', async (_, end) => {
  const page = openPage()
  await end(page)
  expect(page.unregister).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
  page.stream.close()
  page.gone.abort()
  expect(page.unregister).toHaveBeenCalledOnce()
  expect((await Array.fromAsync(page.body)).length).toBeLessThanOrEqual(1)
})

test('a heartbeat keeps a silent stream open', async () => {
  const { stream, body } = openPage()
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  stream.close()
  expect((await new Response(body).text()).match(/still here/g)).toHaveLength(3)
})
