import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

type Sent = { method?: string; headers?: Record<string, string>; body?: string }

/** Sends requests that a browser would not allow, such as one with another Host. */
function send(baseUrl: string, path: string, { method = 'GET', headers, body }: Sent = {}) {
  return new Promise<{ status?: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const asked = ask(new URL(path, baseUrl), { method, headers }, async (answer) => {
      let text = ''
      for await (const chunk of answer.setEncoding('utf8')) text += chunk
      resolve({ status: answer.statusCode, headers: answer.headers, text })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

test('a foreign host gets only the health checks and LiveKit’s webhook', async ({ installation }) => {
  const { baseUrl } = installation
  const { port } = new URL(baseUrl)
  const under = (host: string) => ({ headers: { host } })
  for (const path of ['/', '/sign-in', '/no-such-page', '/_next/image?url=x']) {
    const answer = await send(baseUrl, path, under(`evil.test:${port}`))
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('PUBLIC_URL')
  }
  const refused = await send(baseUrl, '/api/v1/me', under('evil.test'))
  expect(refused.status).toBe(400)
  expect(JSON.parse(refused.text)).toMatchObject({ success: false, error: { code: 'invalid' } })
  const claimed = { headers: { host: 'evil.test', 'x-forwarded-host': `127.0.0.1:${port}` } }
  expect((await send(baseUrl, '/api/v1/me', claimed)).status).toBe(400)
  const traversal = await send(baseUrl, '/api/health/../../sign-in', under('evil.test'))
  expect(traversal.status).toBe(400)
  expect((await send(baseUrl, '/api/health/live', under('10.0.0.7'))).status).toBe(200)
  expect((await send(baseUrl, '/api/v1/me', under(`localhost:${port}`))).status).toBe(401)
  // LiveKit may use an internal network address.
  const webhook = await send(baseUrl, '/api/v1/livekit/webhook', { method: 'POST', ...under('app:3000') })
  expect(webhook.text).not.toContain('PUBLIC_URL')
})

test('a secret address is not sent to other sites and not indexed', async ({ installation }) => {
  const secret = [
    '/invitation/a.b',
    '/mail-preferences/a.b',
    '/feeds/a.b.ics',
    '/api/v1/auth/invitations/a.b',
    '/api/v1/mail-preferences/a.b',
  ]
  for (const path of secret) {
    const { headers } = await send(installation.baseUrl, path)
    expect(headers, path).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    })
  }
  for (const path of ['/sign-in', '/api/v1/me', ...secret]) {
    const { headers } = await send(installation.baseUrl, path)
    expect(headers['cross-origin-resource-policy'], path).toBe('same-origin')
  }
})

test('an action sent by another site without Origin has no effect', async ({ installation, school, as }) => {
  await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const { page } = await as('Noor')
  await page.goto('/account')
  const acting = page.waitForRequest((request) => Boolean(request.headers()['next-action']))
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
  const action = await acting
  await expect.poll(async () => zoneOf(await school.api('Noor').send('GET', '/api/v1/me'))).toBe('Asia/Tokyo')
  const { cookie = '', ...sent } = await action.allHeaders()
  const headers = {
    cookie,
    'next-action': sent['next-action'] ?? '',
    'content-type': sent['content-type'] ?? '',
    accept: sent.accept ?? '',
  }
  const body = (action.postData() ?? '').replace('Asia/Tokyo', 'Europe/Oslo')
  const replay = (site: string) =>
    send(installation.baseUrl, '/account', {
      method: 'POST',
      headers: { ...headers, 'sec-fetch-site': site },
      body,
    })
  const foreign = await replay('cross-site')
  expect(foreign.text).toContain('came from another site')
  expect(await zoneOf(await school.api('Noor').send('GET', '/api/v1/me'))).toBe('Asia/Tokyo')
  expect((await replay('same-origin')).status).toBe(200)
  await expect
    .poll(async () => zoneOf(await school.api('Noor').send('GET', '/api/v1/me')))
    .toBe('Europe/Oslo')
})

async function zoneOf(me: Response): Promise<unknown> {
  return (await me.json()).data.timeZone
}
