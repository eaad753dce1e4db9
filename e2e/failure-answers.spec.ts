import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { AccessToken } from 'livekit-server-sdk'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { Stack } from '#scripts/testing/stack.ts'
import { joinWithToken } from './device.ts'
import { test } from './own-installation.ts'

test.setTimeout(2 * MINUTE_MS)

const logOf = ({ folder }: Stack) => readFileSync(join(folder, 'application.log'), 'utf8')

const event = JSON.stringify({ event: 'room_started', id: 'EV_1', createdAt: '1795500060' })

/** The Authorization header of a LiveKit webhook: a JWT with the hash of the body. */
function sign(body: string, [key, secret]: [string, string], ttl: number | string = '5m'): Promise<string> {
  const token = new AccessToken(key, secret, { ttl })
  token.sha256 = createHash('sha256').update(body).digest('base64')
  return token.toJwt()
}

test('a forged webhook is refused with 401 and leaves no log entry', async ({ stack, school }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const { LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = stack.secrets
  const unsigned = [
    { alg: 'none', typ: 'JWT' },
    { iss: key, sha256: 'x' },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  const forged = [
    null,
    'Bearer garbage',
    'a.b.c',
    `${unsigned}.`,
    await sign(event, [key, 'another secret of 32 characters!']),
    await sign(event, ['another-key', secret]),
    await sign(`${event} `, [key, secret]),
    await sign(event, [key, secret], -600),
    (await school.api('Noor').roomToken(session)).token,
  ]
  const before = logOf(stack)
  for (const authorization of forged) {
    const response = await fetch(`${stack.baseUrl}/api/v1/livekit/webhook`, {
      method: 'POST',
      headers: authorization ? { authorization } : {},
      body: event,
    })
    expect(response.status, String(authorization)).toBe(401)
    expect(await response.json()).toMatchObject({ success: false, error: { code: 'unauthenticated' } })
  }
  // The worker's own log lines have no stack.
  expect(logOf(stack).slice(before.length)).not.toMatch(/Forged|webhook|^\s+at /im)
})

test('requests get 503 while LiveKit is unavailable; an empty room is not an error', async ({
  stack,
  school,
}) => {
  const inClass = await school.course('ONLINE', 20, { admission: 'open' })
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], classId: inClass })
  type Request = { by: string; path: string; body?: object }
  const requests: Request[] = [
    { by: 'Noor', path: 'reactions', body: { reaction: 'heart' } },
    { by: 'Leïla', path: 'mutes', body: { source: 'microphone' } },
    { by: 'Leïla', path: 'room-display/mute' },
  ]
  const send = ({ by, path, body }: Request) =>
    school.api(by).send('POST', `/api/v1/sessions/${session}/${path}`, body)
  for (const request of requests) expect((await send(request)).status, request.path).toBe(200)

  const noor = await joinWithToken(await school.api('Noor').roomToken(session))
  await expect.poll(() => noor.isConnected).toBe(true)
  stack.liveKit.kill()
  for (const request of requests) {
    const response = await send(request)
    expect(response.status, request.path).toBe(503)
    expect(await response.json()).toMatchObject({ success: false, error: { code: 'unavailable' } })
  }
  expect(logOf(stack)).not.toMatch(/^\s+at /m)
})

test('requests that need a job get 503 until the job queue has started', async ({ stack, school }) => {
  const session = await school.session({ trainer: 'Leïla', status: 'in_progress' })
  await stack.application.stop()
  // The queue reads its version first and does not start if that fails.
  await school.database.$executeRaw`ALTER TABLE pgboss.version RENAME TO version_away`
  await school.database.$executeRaw`CREATE VIEW pgboss.version AS SELECT 1 / 0 AS version`
  await stack.application.start()
  const end = () => school.api('Leïla').send('POST', `/api/v1/sessions/${session}/end`)
  const refused = await end()
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({ success: false, error: { code: 'unavailable' } })

  await school.database.$executeRaw`DROP VIEW pgboss.version`
  await school.database.$executeRaw`ALTER TABLE pgboss.version_away RENAME TO version`
  await expect.poll(async () => (await end()).status).toBe(200)
})
