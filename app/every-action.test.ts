import { globSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { createCredential } from '#lib/identity/sign-in/credential.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { setRequest } from '#scripts/testing/next-headers.ts'
import { serve } from '#scripts/testing/serve.ts'

vi.mock('next/headers', () => import('#scripts/testing/next-headers.ts'))

type Action = (input: object) => Promise<{ ok?: boolean; code?: string }>

/** The key in an e-mail turns off its kind of e-mail without a sign-in. */
const publicActions = ['switchMailPreference']

/** Times of a form, which are parsed before anything else. */
const input = { date: '2027-03-01', start: '18:00', end: '19:00', timeZone: 'Europe/Berlin' }

const actions: { name: string; act: Action }[] = []

beforeAll(async () => {
  const root = join(import.meta.dirname, '..')
  for (const file of globSync('app/**/actions.ts', { cwd: root })) {
    const exported: Record<string, Action> = await import(join(root, file))
    for (const [name, act] of Object.entries(exported)) {
      if (!publicActions.includes(name)) actions.push({ name, act })
    }
  }
}, MINUTE_MS)

async function codesOf(): Promise<Set<string | undefined>> {
  const codes = new Set<string | undefined>()
  for (const { act } of actions) codes.add((await act(input)).code)
  return codes
}

test('every action refuses a visitor who is not signed in', async () => {
  serve()
  setRequest()
  expect(actions.length).toBeGreaterThan(40)
  expect(await codesOf()).toEqual(new Set(['unauthenticated']))
})

test('every action refuses a cross-site request', async () => {
  serve()
  const cookies = { '__Host-next-auth.session-token': createCredential() }
  setRequest({ cookies, headers: { 'sec-fetch-site': 'cross-site' } })
  expect(await codesOf()).toEqual(new Set(['forbidden']))
})
