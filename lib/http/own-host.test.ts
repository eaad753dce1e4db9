import { describe, expect, test } from 'vitest'
import { isServedUnderAnyHost, ownHostOf, ownHosts } from './own-host.ts'

const school = ownHosts(new URL('https://school.test'), 3000)
const local = ownHosts(new URL('http://127.0.0.1:3001'), 3001)
const behindProxy = ownHosts(new URL('http://localhost:8080'), 3000)

test.each([
  // hosts, Host, X-Forwarded-Host from trusted proxies, expected host
  [school, 'school.test', undefined, 'school.test'],
  [school, 'School.Test:443', undefined, 'school.test'],
  [school, '127.0.0.1:3000', 'school.test', 'school.test'],
  [school, 'app:3000', 'school.test, app:3000', 'school.test'],
  [local, '127.0.0.1:3001', undefined, '127.0.0.1:3001'],
  [local, 'localhost:3001', undefined, 'localhost:3001'],
  [local, '[::1]:3001', undefined, '[::1]:3001'],
  [behindProxy, 'localhost:8080', undefined, 'localhost:8080'],
  [behindProxy, '127.0.0.1:3000', undefined, '127.0.0.1:3000'],
])('%#: %s %s', (hosts, host, forwardedHost, served) => {
  expect(ownHostOf({ host, forwardedHost }, hosts)).toBe(served)
})

test.each([
  [school, 'evil.test', undefined],
  [school, 'evil.test', 'evil.test'],
  [school, 'school.test.evil.test', undefined],
  [school, 'evil.test@school.test', undefined],
  [school, 'school.test/evil.test', undefined],
  [school, 'school.test:8443', undefined],
  [school, '127.0.0.1:3000', undefined],
  [school, undefined, undefined],
  [school, '', undefined],
  [local, '127.0.0.1:3000', undefined],
  [local, 'evil.test:3001', undefined],
  [local, '192.168.0.7:3001', undefined],
])('%#: %s %s is not served', (hosts, host, forwardedHost) => {
  expect(ownHostOf({ host, forwardedHost }, hosts)).toBeNull()
})

describe('under any host', () => {
  test.each(['/api/health/live', '/api/health/ready?verbose', '/api/v1/livekit/webhook'])('%s', (target) => {
    expect(isServedUnderAnyHost(target)).toBe(true)
  })

  test.each([
    '/',
    '/api/v1/me',
    '/api/health/../v1/me',
    '/api/health/live/../../v1/me',
    'http://evil.test/api/health/live',
  ])('not %s', (target) => {
    expect(isServedUnderAnyHost(target)).toBe(false)
  })
})
