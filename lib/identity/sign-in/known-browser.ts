import 'server-only'
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

/** The cookie that a browser keeps after its first right sign-in; it opens nothing by itself. */
export const KNOWN_BROWSER_COOKIE = 'caravan.known-browser'

/** A value for the cookie: a random id, signed together with the account's e-mail. */
export function createKnownBrowser(email: string, secret: string): string {
  const id = randomUUID()
  return `${id}.${signature(id, email, secret)}`
}

/** The browser's id where the cookie was made for this e-mail, else null. */
export function readKnownBrowser(value: string | undefined, email: string, secret: string): string | null {
  const [id, signed, ...rest] = value?.split('.') ?? []
  if (!id || !signed || rest.length > 0) return null
  const expected = Buffer.from(signature(id, email, secret))
  const given = Buffer.from(signed)
  return expected.length === given.length && timingSafeEqual(expected, given) ? id : null
}

function signature(id: string, email: string, secret: string): string {
  return createHmac('sha256', secret).update(`known-browser:${id}:${email}`).digest('base64url')
}
