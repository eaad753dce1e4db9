import { describe, expect, test, vi } from 'vitest'
import { createCredential } from '#lib/identity/sign-in/credential.ts'
import { readCredential } from './read-credential.ts'

const reached = vi.hoisted(() => ({ publicUrl: new URL('http://127.0.0.1:3000') }))
vi.mock('#lib/process/application.ts', () => ({ application: () => ({ configuration: reached }) }))

const COOKIE = 'next-auth.session-token'
const credential = createCredential()

function read(authorization: string | null, cookies: Record<string, string> = {}) {
  const headers = new Headers(authorization === null ? {} : { authorization })
  return readCredential(headers, {
    get: (name) => (name in cookies ? { value: cookies[name] ?? '' } : undefined),
  })
}

function refusalOf(...carried: Parameters<typeof read>) {
  try {
    return read(...carried)
  } catch (error) {
    return error
  }
}

test.each(['Bearer', 'bearer', 'BEARER'])('a credential after %s', (scheme) => {
  expect(read(`${scheme} ${credential}`)).toBe(credential)
})

test("a credential in the web's cookie", () => {
  expect(read(null, { [COOKIE]: credential })).toBe(credential)
})

test.each([
  [`Bearer ${credential}`, credential],
  ['nonsense', credential],
  [`Bearer ${credential}`, 'nonsense'],
  ['', ''],
])('header %j and cookie %j together are refused, valid or not', (authorization, cookie) => {
  expect(refusalOf(authorization, { [COOKIE]: cookie })).toMatchObject({
    code: 'invalid',
    reason: 'twoCredentials',
  })
})

test.each([
  [null, 'signInFirst'],
  ['', 'signInFirst'],
  ['Bearer', 'signInFirst'],
  [`Basic ${credential}`, 'signInFirst'],
  [`Bearer ${credential} ${credential}`, 'signInFirst'],
  [`Bearer ${credential},`, 'signInEnded'],
  ['Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl', 'signInEnded'],
])('%j does not authenticate: %s', (authorization, reason) => {
  expect(refusalOf(authorization)).toMatchObject({ code: 'unauthenticated', reason })
})

test.each(['', 'nonsense', `${'x'.repeat(9000)}`])('an invalid cookie does not authenticate', (cookie) => {
  expect(refusalOf(null, { [COOKIE]: cookie })).toMatchObject({ code: 'unauthenticated' })
})

describe('under https', () => {
  test('only the cookie that no other host can set is accepted', () => {
    reached.publicUrl = new URL('https://school.test')
    expect(read(null, { [`__Host-${COOKIE}`]: credential })).toBe(credential)
    expect(refusalOf(null, { [COOKIE]: credential })).toMatchObject({ reason: 'signInFirst' })
  })
})
