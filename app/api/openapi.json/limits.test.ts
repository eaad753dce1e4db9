import { expect, test } from 'vitest'
import { endpoints } from '#lib/api/definitions.ts'

test('every write by a signed-in user in a session’s room has a rate limit', () => {
  const inRoom = /^\/api\/v1\/sessions\/\{sessionId\}\/(?!start$|end$)/
  const writes = endpoints.filter(
    ({ path, method, access }) => inRoom.test(path) && method !== 'GET' && access === 'signed-in',
  )
  expect(writes.length).toBeGreaterThan(20)
  const unlimited = writes.filter(({ limit }) => !limit).map(({ method, path }) => `${method} ${path}`)
  expect(unlimited).toEqual(['POST /api/v1/sessions/{sessionId}/seats/{studentId}/switch'])
})
