import { globSync } from 'node:fs'
import { join } from 'node:path'
import { NextRequest } from 'next/server'
import { beforeAll, expect, test } from 'vitest'
import { createCredential } from '#lib/identity/sign-in/credential.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { serve } from '#scripts/testing/serve.ts'

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>

type AnyAddress = { method: string; path: string; handle: Handler }

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Endpoints that work without a sign-in: by a password, a secret in the path or body, or the key of a room display.
 */
const publicAddresses = [
  'GET /api/v1/auth/invitations/[key]',
  'POST /api/v1/auth/invitations/[key]',
  'POST /api/v1/auth/password-reset',
  'POST /api/v1/auth/token',
  'POST /api/v1/mail-preferences/[key]',
  'POST /api/v1/room-displays',
  'POST /api/v1/room-displays/room',
  'POST /api/v1/room-displays/token',
  'POST /api/v1/room-displays/unpair',
]

const addresses: AnyAddress[] = []

beforeAll(async () => {
  const root = join(import.meta.dirname, '..')
  for (const file of globSync('app/api/v1/**/route.ts', { cwd: root })) {
    const handlers: Record<string, Handler> = await import(join(root, file))
    const path = file.slice('app'.length, -'/route.ts'.length)
    for (const method of METHODS) {
      const handle = handlers[method]
      if (handle) addresses.push({ method, path, handle })
    }
  }
}, MINUTE_MS)

function nameOf({ method, path }: AnyAddress): string {
  return `${method} ${path}`
}

/** Sends a request without a body, with unknown ids in the path. */
async function ask({ method, path, handle }: AnyAddress, headers: Record<string, string> = {}) {
  const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name)
  const params = Object.fromEntries(names.map((name) => [name, crypto.randomUUID()]))
  const url = `https://school.test${path.replace(/\[(\w+)\]/g, (_, name) => params[name] ?? '')}`
  return handle(new NextRequest(url, { method, headers }), { params: Promise.resolve(params) })
}

test('every endpoint except the public ones refuses a visitor who is not signed in', async () => {
  serve()
  expect(addresses.length).toBeGreaterThan(100)
  const answering: string[] = []
  for (const address of addresses) {
    if ((await ask(address)).status !== 401) answering.push(nameOf(address))
  }
  expect(answering.sort()).toEqual(publicAddresses)
})

test('every endpoint that changes data refuses a cross-site request with a cookie', async () => {
  serve()
  const headers = {
    cookie: `__Host-next-auth.session-token=${createCredential()}`,
    'sec-fetch-site': 'cross-site',
  }
  const writes = addresses.filter(
    (address) => address.method !== 'GET' && !publicAddresses.includes(nameOf(address)),
  )
  const carriedOut: string[] = []
  for (const address of writes) {
    const answer = await ask(address, headers)
    if (answer.status !== 403) carriedOut.push(nameOf(address))
  }
  expect(carriedOut).toEqual([])
})
