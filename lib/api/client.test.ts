import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { previewImportEndpoint } from '#lib/classes/import/endpoints.generated.ts'
import { removeParticipantEndpoint } from '#lib/classroom/endpoints.generated.ts'
import { lowerHandEndpoint } from '#lib/classroom/hands/endpoints.generated.ts'
import { listColleaguesEndpoint } from '#lib/classroom/moderation/endpoints.generated.ts'
import { meEndpoint } from '#lib/identity/endpoints.generated.ts'
import { exportSessionsEndpoint, findSessionEndpoint } from '#lib/sessions/endpoints.generated.ts'
import { ApiFailure, addressOf, createClient } from './client.ts'

type Received = { method?: string; url?: string; headers: Record<string, unknown>; body: string }

const received: Received[] = []
let answer: { status: number; body: string }
let origin: string

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  received.push({
    method: request.method,
    url: request.url,
    headers: request.headers,
    body: Buffer.concat(chunks).toString(),
  })
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
})

beforeEach(async () => {
  received.length = 0
  answer = { status: 200, body: JSON.stringify({ success: true, message: '', data: { id: 'it' } }) }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})

afterEach(async () => {
  vi.unstubAllGlobals()
  await new Promise((resolve) => server.close(resolve))
})

describe('a request', () => {
  test('has its parameters in the path and the rest in the body', async () => {
    const { request } = createClient({ baseUrl: origin })
    const data = await request(removeParticipantEndpoint, {
      sessionId: 'a/b',
      userId: 'noor',
      why: 'disruption' as never,
    })
    expect(data).toEqual({ id: 'it' })
    expect(received).toMatchObject([
      {
        method: 'POST',
        url: '/api/v1/sessions/a%2Fb/removals',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userId: 'noor', why: 'disruption' }),
      },
    ])
  })

  test('has no body if all of its input is in the path', async () => {
    const { request } = createClient({ baseUrl: origin })
    await request(lowerHandEndpoint, { sessionId: 's', userId: 'noor' })
    expect(received).toMatchObject([{ method: 'DELETE', url: '/api/v1/sessions/s/hands/noor', body: '' }])
    expect(received[0]?.headers).not.toHaveProperty('content-type')
  })

  test('of a mobile app carries the bearer token that is current, and no cookie', async () => {
    let token: string | null = null
    const sent = vi.fn(fetch)
    vi.stubGlobal('fetch', sent)
    const { request } = createClient({ baseUrl: origin, token: () => token })
    await request(meEndpoint, {})
    token = 'the-token'
    await request(meEndpoint, {})
    expect(received.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer the-token'])
    expect(sent.mock.calls.map(([, options]) => options?.credentials)).toEqual([undefined, 'omit'])
  })

  test('with a file has the rest of its input in the query', async () => {
    const { request } = createClient({ baseUrl: origin })
    const file = { type: 'text/csv', content: 'Name\nNoor' } as const
    await request(previewImportEndpoint, { classId: 'c', header: 'true', email: 0, file })
    expect(received).toMatchObject([
      {
        url: '/api/v1/admin/classes/c/import/preview?header=true&email=0',
        headers: { 'content-type': 'text/csv' },
        body: 'Name\nNoor',
      },
    ])
  })
})

describe('a failure', () => {
  const failureOf = (work: Promise<unknown>): Promise<ApiFailure> =>
    work.then(
      () => Promise.reject(new Error('It succeeded')),
      (error: unknown) => (error instanceof ApiFailure ? error : Promise.reject(error)),
    )

  test('has the status, the message and the details of the answer', async () => {
    const error = { code: 'unauthenticated', account: 'disabled' }
    answer = { status: 401, body: JSON.stringify({ success: false, message: 'Sign in.', error }) }
    const { request } = createClient({ baseUrl: origin })
    expect(await failureOf(request(meEndpoint, {}))).toMatchObject({
      status: 401,
      message: 'Sign in.',
      error,
    })
  })

  test('has the status 0 and no message without a readable answer', async () => {
    answer = { status: 502, body: '<h1>Bad Gateway</h1>' }
    const { request } = createClient({ baseUrl: origin })
    expect(await failureOf(request(meEndpoint, {}))).toMatchObject({ status: 0, message: '' })
    const nobody = createClient({ baseUrl: 'http://127.0.0.1:1' })
    expect(await failureOf(nobody.request(meEndpoint, {}))).toMatchObject({ status: 0, message: '' })
  })

  test('after 10 seconds without an answer is the same', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    })
    const failure = failureOf(createClient().request(meEndpoint, {}))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await failure).toMatchObject({ status: 0, message: '' })
    vi.useRealTimers()
  })

  test('after 10 seconds of an answer whose body does not end is the same', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
      const start = (controller: ReadableStreamDefaultController) =>
        signal?.addEventListener('abort', () => controller.error(signal.reason))
      return new Response(new ReadableStream({ start }))
    })
    const failure = failureOf(createClient().request(meEndpoint, {}))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await failure).toMatchObject({ status: 0, message: '' })
    vi.useRealTimers()
  })

  test('is not an abort by the caller', async () => {
    const { request } = createClient({ baseUrl: origin })
    const aborted = request(meEndpoint, {}, { signal: AbortSignal.abort(new Error('left')) })
    await expect(aborted).rejects.toThrow('left')
  })
})

test('an address leaves out what is not given', () => {
  expect(addressOf(findSessionEndpoint, { sessionId: 's' })).toBe('/api/v1/sessions/s')
  expect(addressOf(listColleaguesEndpoint, { sessionId: 's', search: undefined })).toBe(
    '/api/v1/sessions/s/assistants/colleagues',
  )
  expect(addressOf(exportSessionsEndpoint, { from: '2027-01-01T00:00:00Z' })).toBe(
    '/api/v1/sessions.csv?from=2027-01-01T00%3A00%3A00Z',
  )
})
