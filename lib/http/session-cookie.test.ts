import { expect, test } from 'vitest'
import { serve } from '#scripts/testing/serve.ts'
import { withoutCookieExpiry } from './session-cookie.ts'

const COOKIE = '__Host-next-auth.session-token'
const END = 'Expires=Wed, 30 Dec 2026 12:00:00 GMT'

function cookiesAfter(...sent: string[]): string[] {
  serve()
  const response = new Response(null, { headers: sent.map((cookie) => ['set-cookie', cookie]) })
  return withoutCookieExpiry(response).headers.getSetCookie()
}

test('the session cookie lasts until the browser closes and keeps its security attributes', () => {
  const guards = 'Path=/; HttpOnly; Secure; SameSite=Lax'
  expect(cookiesAfter(`${COOKIE}=kc_x; ${END}; ${guards}`)).toEqual([`${COOKIE}=kc_x; ${guards}`])
  expect(cookiesAfter(`${COOKIE}=kc_x; Max-Age=2592000; ${guards}`)).toEqual([`${COOKIE}=kc_x; ${guards}`])
})

test('a deleted session cookie stays deleted, and other cookies keep their expiry', () => {
  const sent = [`${COOKIE}=; Max-Age=0; Path=/`, `caravan.known-browser=x; ${END}; Path=/`]
  expect(cookiesAfter(...sent)).toEqual(sent)
})
