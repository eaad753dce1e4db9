import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { requestLimits } from '#lib/limits/limits.ts'
import { test } from './fixtures.ts'

/** Counts of the statuses of sequential requests, with Retry-After and body of the last answer. */
async function statusesOf(count: number, send: () => Promise<Response>) {
  const counts: Record<number, number> = {}
  let last: Response | null = null
  for (let index = 0; index < count; index += 1) {
    last = await send()
    counts[last.status] = (counts[last.status] ?? 0) + 1
  }
  return { counts, retryAfter: Number(last?.headers.get('retry-after')), answer: await last?.json() }
}

test('a person who floods a class must wait, and others are not affected', async ({ school }) => {
  const inClass = await school.course('ONLINE', 20, { admission: 'open' })
  const session = await school.session({
    trainer: 'Leïla',
    students: ['Noor', 'Karim'],
    status: 'in_progress',
    classId: inClass,
  })
  const noor = school.api('Noor')
  const room = `/api/v1/sessions/${session}`
  const message = () => ({ id: randomUUID(), text: 'Hello' })

  const messages = await statusesOf(requestLimits.messages.max + 2, () =>
    noor.send('POST', `${room}/messages`, message()),
  )
  expect(messages.counts).toEqual({ 201: 20, 429: 2 })
  expect(messages.retryAfter).toBeGreaterThan(0)
  expect(messages.answer).toMatchObject({
    success: false,
    message: expect.stringMatching(/^Too many requests. Try again in/),
    error: { code: 'rate_limited' },
  })
  const hands = await statusesOf(requestLimits['room-actions'].max + 2, () =>
    noor.send('POST', `${room}/hands`),
  )
  expect(hands.counts).toEqual({ 200: 30, 429: 2 })
  const paces = await statusesOf(1, () => noor.send('POST', `${room}/pace`, { pace: 'slower' }))
  expect(paces.counts).toEqual({ 429: 1 })

  const karim = await school.api('Karim').send('POST', `${room}/messages`, message())
  expect(karim.status).toBe(201)
})

test('failures count for the address that the server sees, not the one that a client claims', async ({
  installation,
}) => {
  const body = JSON.stringify({ email: `${randomUUID()}@caravan.test`, password: 'wrong' })
  let told = 0
  const attempts = await statusesOf(6, () => {
    told += 1
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${told}` }
    return fetch(`${installation.baseUrl}/api/v1/auth/token`, { method: 'POST', headers, body })
  })
  expect(attempts.counts).toEqual({ 401: 5, 429: 1 })
})

test('a person gets 20 room tokens a minute across all devices', async ({ school }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Karim'] })
  const token = `/api/v1/admin/sessions/${session}/livekit-token`
  const noor = school.api('Noor')
  const tokens = await statusesOf(requestLimits.tokens.max + 1, () => noor.send('POST', token))
  expect(tokens.counts).toEqual({ 200: 20, 429: 1 })
  const companion = await noor.send('POST', `/api/v1/sessions/${session}/companion-token`)
  expect(companion.status).toBe(429)
  expect((await school.api('Karim').send('POST', token)).status).toBe(200)
})
