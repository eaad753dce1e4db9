import { beforeEach, expect, test, vi } from 'vitest'
import { createDocument } from 'zod-openapi'
import { GET } from './route.ts'

vi.mock('zod-openapi', { spy: true })

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://127.0.0.1:1/nowhere')
  vi.stubEnv('AUTH_SECRET', 'a secret that only tests know, long enough')
  vi.stubEnv('PUBLIC_URL', 'https://school.test')
  vi.stubEnv('LIVEKIT_URL', 'ws://127.0.0.1:1')
  vi.stubEnv('LIVEKIT_API_KEY', 'key')
  vi.stubEnv('LIVEKIT_API_SECRET', 'a secret of the tests, 32 characters long')
})

function ask(ifNoneMatch?: string): Response {
  const headers: HeadersInit = ifNoneMatch ? { 'if-none-match': ifNoneMatch } : {}
  return GET(new Request('https://school.test/api/openapi.json', { headers }))
}

test('all requests share one generated document', async () => {
  const answers = await Promise.all([ask(), ask(), ask()].map((answer) => answer.json()))
  for (const answer of answers) {
    expect(answer).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://school.test' }] })
  }
  expect(createDocument).toHaveBeenCalledTimes(1)
})

test('clients may cache the document for 5 minutes and then get 304 if it is unchanged', async () => {
  const { status, headers } = ask()
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(headers.get('cache-control')).toBe('public, max-age=300')
  const tag = headers.get('etag') ?? ''
  const again = ask(tag)
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
  expect(again.headers.get('cache-control')).toBe('public, max-age=300')
  expect(ask('"another"').status).toBe(200)
})
