import { expect, test } from 'vitest'
import { createKnownBrowser, readKnownBrowser } from './known-browser.ts'

const secret = 'a secret of the tests, 32 characters long'
const noor = 'noor@school.test'

test('a browser is known for the account that signed in there', () => {
  const cookie = createKnownBrowser(noor, secret)
  expect(readKnownBrowser(cookie, noor, secret)).toBe(cookie.split('.')[0])
})

test('two browsers are two', () => {
  const [one, other] = [createKnownBrowser(noor, secret), createKnownBrowser(noor, secret)]
  expect(readKnownBrowser(one, noor, secret)).not.toBe(readKnownBrowser(other, noor, secret))
})

test('for another account, or signed with another secret, it is not known', () => {
  const cookie = createKnownBrowser(noor, secret)
  expect(readKnownBrowser(cookie, 'karim@school.test', secret)).toBeNull()
  expect(readKnownBrowser(cookie, noor, 'another secret, 32 characters long')).toBeNull()
})

test('a cookie that somebody wrote is not known', () => {
  const [id = '', signature = ''] = createKnownBrowser(noor, secret).split('.')
  const written = [undefined, '', '.', id, `${id}.`, `.${signature}`, `${id}.${signature}.x`]
  const changed = [
    `${crypto.randomUUID()}.${signature}`,
    `${id}.${signature.slice(0, -1)}`,
    `${id}.${'x'.repeat(43)}`,
  ]
  for (const cookie of [...written, ...changed]) expect(readKnownBrowser(cookie, noor, secret)).toBeNull()
})
