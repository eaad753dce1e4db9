import { NextRequest } from 'next/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createCredential } from '#lib/identity/sign-in/credential.ts'
import { findActor } from '#lib/identity/sign-in/find-actor.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { requestLimits } from '#lib/limits/limits.ts'
import { serve } from '#scripts/testing/serve.ts'
import { route } from './route.ts'

vi.mock('#lib/identity/sign-in/find-actor.ts', () => ({ findActor: vi.fn() }))
vi.mock('#lib/identity/sign-in/refuse-ended.ts', () => ({
  refuseEnded: async () => new Refusal('unauthenticated', 'signInEnded'),
}))

const sessionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/hellos',
  access: 'signed-in',
  summary: 'Say hello',
  limit: 'messages',
  params: z.object({ sessionId: z.uuid() }),
  data: z.object({}),
  message: 'Said',
})
const byCredential = { ...sessionEndpoint, access: 'by-credential' } as const
const elsewhere = defineEndpoint({
  ...sessionEndpoint,
  path: '/api/v1/hellos',
  params: z.object({ place: z.uuid() }),
})

type Asked = { endpoint?: typeof sessionEndpoint | typeof byCredential | typeof elsewhere; id?: string }

const perform = vi.fn(async () => ({}))

/** The status of an app's request that names a session or another resource. */
async function ask({ endpoint = sessionEndpoint, id = crypto.randomUUID() }: Asked = {}): Promise<number> {
  const headers = { authorization: `Bearer ${createCredential()}` }
  const request = new NextRequest('https://school.test/', { method: 'POST', headers })
  const params = Promise.resolve({ sessionId: id, place: id })
  return (await route(endpoint, perform)(request, { params })).status
}

function signedIn(id = crypto.randomUUID()): void {
  vi.mocked(findActor).mockResolvedValue({ id } as Awaited<ReturnType<typeof findActor>>)
}

beforeEach(() => {
  serve()
  vi.mocked(findActor).mockResolvedValue(null)
  perform.mockClear()
})

test.each([
  ['the wrapper', sessionEndpoint],
  ['the use case', byCredential],
])(
  'where %s asks who it is, only who is signed in learns what a request should look like',
  async (_, endpoint) => {
    expect(await ask({ endpoint, id: 'no-id' })).toBe(401)
    signedIn()
    expect(await ask({ endpoint, id: 'no-id' })).toBe(400)
    expect(perform).not.toHaveBeenCalled()
  },
)

test('requests are counted per user and session', async () => {
  const [noor, karim, session, other] = Array.from({ length: 4 }, () => crypto.randomUUID())
  signedIn(noor)
  const statuses = []
  for (let count = 0; count <= requestLimits.messages.max; count += 1) {
    statuses.push(await ask({ id: session }))
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(20)
  expect(statuses.at(-1)).toBe(429)
  expect(perform).toHaveBeenCalledTimes(20)
  expect(await ask({ id: other })).toBe(200)
  signedIn(karim)
  expect(await ask({ id: session })).toBe(200)
})

test('requests without a session are counted per user', async () => {
  signedIn()
  const statuses = []
  for (let count = 0; count <= requestLimits.messages.max; count += 1) {
    statuses.push(await ask({ endpoint: elsewhere }))
  }
  expect(statuses.at(-1)).toBe(429)
})
