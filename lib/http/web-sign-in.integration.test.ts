import { expect, test, vi } from 'vitest'
import { parseCredential } from '#lib/identity/sign-in/credential.ts'
import { findActor } from '#lib/identity/sign-in/find-actor.ts'
import { KNOWN_DEVICE_COOKIE } from '#lib/identity/sign-in/known-device.ts'
import { PASSWORD } from '#scripts/testing/make-school.ts'
import { setRequest } from '#scripts/testing/next-headers.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { serve } from '#scripts/testing/serve.ts'
import { KEEP_SIGNED_IN_COOKIE } from './session-cookie.ts'
import { webSignInOptions } from './web-sign-in.ts'

vi.mock('next/headers', () => import('#scripts/testing/next-headers.ts'))

const COOKIE = '__Host-next-auth.session-token'

type Authorize = (
  given: Record<string, string>,
  request: { headers: Record<string, string> },
) => Promise<{ id: string } | null>

/** Signs in with the form's fields as next-auth does. */
function submit(given: { email: string; password: string; keep?: string }, address = '203.0.113.7') {
  const [provider] = webSignInOptions().providers
  if (!provider) throw new Error('There is no way to sign in')
  const { authorize } = provider.options as { authorize: Authorize }
  return authorize(given, { headers: { 'x-forwarded-for': address } })
}

async function isSignedIn(school: School, text: string | undefined): Promise<boolean> {
  const credential = parseCredential(text ?? '')
  return credential !== null && (await findActor(school.system(), credential)) !== null
}

test('scripts, other sites and http cannot access the cookies', async () => {
  const school = await createSchool()
  serve(school)
  const { email } = await school.account()
  const jar = setRequest()
  const guards = { httpOnly: true, sameSite: 'lax', secure: true, path: '/' }
  expect(webSignInOptions()).toMatchObject({
    useSecureCookies: true,
    cookies: { sessionToken: { name: COOKIE, options: guards } },
  })
  expect(await isSignedIn(school, (await submit({ email, password: PASSWORD }))?.id)).toBe(true)
  expect(jar.get(KNOWN_DEVICE_COOKIE)).toMatchObject(guards)
  expect(jar.get(KEEP_SIGNED_IN_COOKIE)).toMatchObject(guards)
})

test('a new sign-in ends the previous sign-in of the browser, and signing out ends the new one', async () => {
  const school = await createSchool()
  serve(school)
  const [karim, { email }] = [await school.account(), await school.account()]
  setRequest({ cookies: { [COOKIE]: karim.credential } })
  const signedIn = await submit({ email, password: PASSWORD })
  expect(await isSignedIn(school, karim.credential)).toBe(false)
  expect(await isSignedIn(school, signedIn?.id)).toBe(true)
  const { events } = webSignInOptions()
  await events?.signOut?.({ token: { credential: signedIn?.id } } as never)
  expect(await isSignedIn(school, signedIn?.id)).toBe(false)
})

test('a sign-in is kept if it is chosen now or was chosen before in this browser', async () => {
  const school = await createSchool()
  serve(school)
  const { id, email } = await school.account()
  const kept = async () => {
    const newest = await school.database.signIn.findFirst({
      where: { userId: id },
      orderBy: { createdAt: 'desc' },
    })
    return newest?.kept
  }
  setRequest()
  await submit({ email, password: PASSWORD })
  expect(await kept()).toBe(false)
  const jar = setRequest()
  await submit({ email, password: PASSWORD, keep: 'true' })
  expect([await kept(), jar.get(KEEP_SIGNED_IN_COOKIE)?.value]).toEqual([true, 'true'])
  await submit({ email, password: PASSWORD })
  expect(await kept()).toBe(true)
})

test('failed sign-ins are counted for the client address, and the page receives only a code', async () => {
  const school = await createSchool()
  serve(school)
  const { email } = await school.account()
  setRequest()
  const wrong = { email, password: 'wrong' }
  for (let count = 0; count < 5; count += 1) expect(await submit(wrong)).toBeNull()
  await expect(submit(wrong)).rejects.toThrow(/^rate_limited:15$/)
  expect(await submit(wrong, '198.51.100.2')).toBeNull()
})

test('next-auth redirects only to pages of this site and does not reveal the signed-in user', async () => {
  serve(await createSchool())
  const { callbacks } = webSignInOptions()
  const baseUrl = 'https://school.test'
  for (const [url, leadsTo] of [
    ['/account', '/account'],
    ['https://evil.test/x', '/'],
    ['/.//evil.test', '/'],
  ] as const) {
    expect(await callbacks?.redirect?.({ url, baseUrl })).toBe(`${baseUrl}${leadsTo}`)
  }
  const session = { expires: '2026-12-30', user: { email: 'noor@school.test' } }
  const told = await callbacks?.session?.({ session, token: { credential: 'kc_x' } } as never)
  expect(told).toEqual({ expires: '2026-12-30' })
})
