import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import {
  isWebhook,
  LARGEST_WEBHOOK_BYTES,
  onWebhook,
  serveWebhook,
  type WebhookHandler,
} from './webhook-server.ts'

afterEach(() => {
  Object.assign(globalThis, { caravanWebhook: undefined })
})

/** The address of a server that treats every request as a webhook. */
async function listen(): Promise<string> {
  const server = createServer((request, response) => void serveWebhook(request, response))
  onTestFinished(() => void server.close())
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

test.each([
  ['POST', '/api/v1/livekit/webhook', true],
  ['POST', '/api/v1/livekit/webhook?x=1', true],
  ['GET', '/api/v1/livekit/webhook', false],
  ['POST', '/api/v1/livekit/webhook/', false],
  ['POST', '/api/v1/livekit/webhooks', false],
])('%s %s is a webhook: %s', (method, url, expected) => {
  expect(isWebhook({ method, url })).toBe(expected)
})

test('the handler gets the body and the header, and its response is sent complete', async () => {
  const handler = vi.fn<WebhookHandler>(async () =>
    Response.json({ success: true }, { status: 401, headers: { 'x-a': 'b' } }),
  )
  onWebhook(handler)
  const headers = { authorization: 'token' }
  const answer = await fetch(await listen(), { method: 'POST', body: 'zoë', headers })
  expect(handler).toHaveBeenCalledExactlyOnceWith('zoë', 'token')
  expect([answer.status, answer.headers.get('x-a'), await answer.json()]).toEqual([
    401,
    'b',
    { success: true },
  ])
})

test('a body beyond the limit is not passed on', async () => {
  const handler = vi.fn<WebhookHandler>(async () => new Response(null, { status: 413 }))
  onWebhook(handler)
  const address = await listen()
  const answer = await fetch(address, { method: 'POST', body: 'x'.repeat(LARGEST_WEBHOOK_BYTES + 1) })
  expect(answer.status).toBe(413)
  expect(handler).toHaveBeenCalledExactlyOnceWith(null, null)
  await fetch(address, { method: 'POST', body: 'x'.repeat(LARGEST_WEBHOOK_BYTES) })
  expect(handler.mock.lastCall?.[0]).toHaveLength(LARGEST_WEBHOOK_BYTES)
})

test('before the application has started, LiveKit is asked to retry', async () => {
  const answer = await fetch(await listen(), { method: 'POST', body: '{}' })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
})
