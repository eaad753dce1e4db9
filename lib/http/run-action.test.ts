import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createCredential } from '#lib/identity/sign-in/credential.ts'
import { findActor } from '#lib/identity/sign-in/find-actor.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { requestLimits } from '#lib/limits/limits.ts'
import { setRequest } from '#scripts/testing/next-headers.ts'
import { serve } from '#scripts/testing/serve.ts'
import { runAction } from './run-action.ts'

vi.mock('next/headers', () => import('#scripts/testing/next-headers.ts'))
vi.mock('#lib/identity/sign-in/find-actor.ts', () => ({ findActor: vi.fn() }))

const endpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/hellos',
  access: 'signed-in',
  summary: 'Say hello',
  limit: 'messages',
  data: z.object({}),
  message: 'Said',
})

const perform = vi.fn(async () => ({}))
const cookies = () => ({ '__Host-next-auth.session-token': createCredential() })

beforeEach(() => {
  serve()
  const actor = { id: crypto.randomUUID() } as Awaited<ReturnType<typeof findActor>>
  vi.mocked(findActor).mockResolvedValue(actor)
  perform.mockClear()
})

test('an action of our own page is performed', async () => {
  setRequest({ cookies: cookies(), headers: { 'sec-fetch-site': 'same-origin' } })
  expect(await runAction(endpoint, perform, {})).toEqual({ ok: true, data: {} })
})

test('an action from another site is refused', async () => {
  setRequest({ cookies: cookies(), headers: { 'sec-fetch-site': 'cross-site' } })
  expect(await runAction(endpoint, perform, {})).toMatchObject({ ok: false, code: 'forbidden' })
  expect(perform).not.toHaveBeenCalled()
})

test('an action of a user whose sign-in has ended is refused', async () => {
  setRequest({ cookies: cookies() })
  vi.mocked(findActor).mockResolvedValue(null)
  expect(await runAction(endpoint, perform, {})).toMatchObject({ ok: false, code: 'unauthenticated' })
  expect(perform).not.toHaveBeenCalled()
})

test('actions count against the limit of their endpoint', async () => {
  setRequest({ cookies: cookies() })
  for (let count = 0; count < requestLimits.messages.max; count += 1) await runAction(endpoint, perform, {})
  expect(await runAction(endpoint, perform, {})).toMatchObject({ ok: false, code: 'rate_limited' })
  expect(perform).toHaveBeenCalledTimes(20)
})
