import { NextRequest } from 'next/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { createCredential } from '#lib/identity/sign-in/credential.ts'
import { findActor } from '#lib/identity/sign-in/find-actor.ts'
import { defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { serve } from '#scripts/testing/serve.ts'
import { download } from './download.ts'

vi.mock('#lib/identity/sign-in/find-actor.ts', () => ({ findActor: vi.fn() }))
vi.mock('#lib/identity/sign-in/refuse-ended.ts', () => ({
  refuseEnded: async () => new Refusal('unauthenticated', 'signInEnded'),
}))

const endpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/greetings.csv',
  access: 'signed-in',
  summary: 'Greetings',
  file: 'text/csv',
  fileName: 'greetings.csv',
})

type Write = () => Promise<AsyncIterable<string>>

function ask(write: Write): Promise<Response> {
  const headers = { authorization: `Bearer ${createCredential()}` }
  const request = new NextRequest('https://school.test/', { headers })
  return download(endpoint, write)(request, { params: Promise.resolve({}) })
}

beforeEach(() => {
  serve()
  const actor = { id: crypto.randomUUID() } as Awaited<ReturnType<typeof findActor>>
  vi.mocked(findActor).mockResolvedValue(actor)
})

test('a file is sent in parts, is saved under its name and is not cached', async () => {
  async function* greetings() {
    yield 'Hello\r\n'
    yield 'Zoë\r\n'
  }
  const answer = await ask(async () => greetings())
  expect(await answer.text()).toBe('Hello\r\nZoë\r\n')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="greetings.csv"')
})

test('a visitor who is not signed in gets no file; refusals use the envelope', async () => {
  const write = vi.fn<Write>(() => Promise.reject(new Refusal('forbidden', 'notAllowed')))
  const refused = await ask(write)
  expect([refused.status, await refused.json()]).toMatchObject([403, { success: false }])
  vi.mocked(findActor).mockResolvedValue(null)
  expect((await ask(write)).status).toBe(401)
  expect(write).toHaveBeenCalledOnce()
})

test('writing ends when the client disconnects', async () => {
  const ended = vi.fn()
  async function* greetings() {
    try {
      for (;;) yield 'Hello\r\n'
    } finally {
      ended()
    }
  }
  const answer = await ask(async () => greetings())
  const reader = answer.body?.getReader()
  await reader?.read()
  await reader?.cancel()
  expect(ended).toHaveBeenCalledOnce()
})
