import { expect, test, vi } from 'vitest'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { createPreparedToken } from './prepared-token.ts'

function setUp() {
  let clock = 0
  let made = 0
  const request = vi.fn(async () => {
    made += 1
    return { token: `token ${made}`, url: 'ws://here', roomName: 'session-1' }
  })
  const ready = createPreparedToken(request, () => clock)
  return { request, ready, pass: (minutes: number) => (clock += minutes * MINUTE_MS) }
}

test('a prepared token is available at the click, and is used once', async () => {
  const { ready, request } = setUp()
  await ready.prepare()
  await ready.prepare()
  expect((await ready.take('prepared')).token).toBe('token 1')
  expect(request).toHaveBeenCalledTimes(1)
  expect((await ready.take('prepared')).token).toBe('token 2')
})

test('an old prepared token is replaced', async () => {
  const { ready, pass } = setUp()
  await ready.prepare()
  pass(6)
  expect((await ready.take('prepared')).token).toBe('token 2')
})

test('a rejoin takes a fresh token', async () => {
  const { ready } = setUp()
  await ready.prepare()
  expect((await ready.take('fresh')).token).toBe('token 2')
})

test('a failed preparation is discarded', async () => {
  const { ready, request } = setUp()
  request.mockRejectedValueOnce(new Error('away'))
  expect(await ready.prepare()).toBeNull()
  expect((await ready.take('prepared')).token).toBe('token 1')
})
