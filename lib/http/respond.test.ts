import { describe, expect, test, vi } from 'vitest'
import { type Collision, Refusal, type RefusalReason } from '#lib/kernel/refusal.ts'
import { MediaUnavailable } from '#lib/livekit/media.ts'
import refusals from '#messages/en/refusals.json' with { type: 'json' }
import { sentenceOf } from './failure.ts'
import { failure, success } from './respond.ts'

async function read(response: Response) {
  return { status: response.status, headers: response.headers, body: await response.json() }
}

test('a success has its message and data, and is never cached', async () => {
  const { status, headers, body } = await read(success({ id: 7 }, 'Session created', 201))
  expect(status).toBe(201)
  expect(body).toEqual({ success: true, message: 'Session created', data: { id: 7 } })
  expect(headers.get('cache-control')).toBe('no-store')
})

describe('a failure', () => {
  test.each([
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not_found', 404],
    ['invalid', 400],
    ['session_not_accessible', 400],
    ['conflict', 409],
    ['too_large', 413],
    ['unsupported_media_type', 415],
    ['rate_limited', 429],
    ['unavailable', 503],
  ] as const)('%s is %i, with a message', async (code, expected) => {
    const { status, headers, body } = await read(failure(new Refusal(code, 'notAllowed')))
    expect(status).toBe(expected)
    expect(body).toEqual({ success: false, message: 'You’re not allowed to do this.', error: { code } })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('has a message for each invalid field', async () => {
    const fields = { capacity: 'capacityBelowSeats', title: 'tooLong' } as const
    const refusal = new Refusal('conflict', 'capacityBelowSeats', { values: { taken: 3 }, fields })
    const { body } = await read(failure(refusal))
    expect(body.message).toBe('3 seats are taken. You can’t go below that number.')
    expect(body.error.fields).toEqual({ capacity: body.message, title: 'This is too long.' })
  })

  test('names the collisions', async () => {
    const collision: Collision = {
      kind: 'trainer',
      sessionId: crypto.randomUUID(),
      title: 'Rust',
      startsAt: '2026-11-24T17:00:00.000Z',
      endsAt: '2026-11-24T18:00:00.000Z',
      people: [{ id: crypto.randomUUID(), name: 'Leïla Haddad' }],
    }
    const { body } = await read(failure(new Refusal('conflict', 'trainerBusy', { collisions: [collision] })))
    expect(body.error).toEqual({ code: 'conflict', collisions: [collision] })
  })

  test('has the number of seconds to wait', async () => {
    const refusal = new Refusal('rate_limited', 'tooManyFailures', { values: { seconds: 1 }, retryAfter: 1 })
    const { headers, body } = await read(failure(refusal))
    expect(headers.get('retry-after')).toBe('1')
    expect(body.message).toBe('Too many failed attempts. Try again in 1 second.')
  })

  test('asks an unauthenticated client for a bearer token', async () => {
    const { headers } = await read(failure(new Refusal('unauthenticated', 'signInFirst')))
    expect(headers.get('www-authenticate')).toBe('Bearer')
  })

  test('says why the sign-ins of the account ended', async () => {
    const refusal = new Refusal('unauthenticated', 'accountErased', { account: 'erased' })
    const { body } = await read(failure(refusal))
    expect(body.error).toEqual({ code: 'unauthenticated', account: 'erased' })
  })

  test('of LiveKit is 503', async () => {
    const { status, body } = await read(failure(new MediaUnavailable('x')))
    expect([status, body.error.code]).toEqual([503, 'unavailable'])
  })

  test('of our own code is 500, reveals nothing and is logged', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { status, body } = await read(failure(new Error('password of the database: x')))
    expect(status).toBe(500)
    expect(body).toEqual({
      success: false,
      message: 'Something went wrong on our side. Try again shortly.',
      error: { code: 'internal' },
    })
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })
})

test('every refusal has a complete message', () => {
  const values = {
    ...{ seconds: 2, limit: 256, free: 0, taken: 2, mode: 'ONLINE', type: 'offline', types: 'text/csv' },
    ...{ line: 3, count: 2, name: 'Marta', most: 200, minutes: 60, capacity: 8, left: 4 },
  }
  const reasons = Object.keys(refusals).filter((key): key is RefusalReason => key in refusals)
  for (const reason of reasons) {
    expect(sentenceOf(new Refusal('invalid', reason, { values }))).toMatch(/^[A-Z\d][^{}]+\.$/)
  }
})
