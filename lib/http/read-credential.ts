import 'server-only'
import { type Credential, parseCredential } from '#lib/identity/sign-in/credential.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { sessionCookieName } from './session-cookie.ts'

type Cookies = { get(name: string): { value: string } | undefined }

/**
 * The credential of a request: the web's session cookie or `Authorization: Bearer …` (any case).
 * @throws Refusal `invalid` if both are sent, `unauthenticated` if neither can be a credential
 */
export function readCredential(headers: Headers, cookies: Cookies): Credential {
  const cookie = cookies.get(sessionCookieName())?.value
  const authorization = headers.get('authorization')
  if (cookie !== undefined && authorization !== null) throw new Refusal('invalid', 'twoCredentials')
  const carried = cookie ?? /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
  const credential = carried === undefined ? null : parseCredential(carried)
  if (!credential) throw new Refusal('unauthenticated', carried === undefined ? 'signInFirst' : 'signInEnded')
  return credential
}
