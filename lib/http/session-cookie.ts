import 'server-only'
import { application } from '#lib/process/application.ts'

/** Whether the application is reached by https, so that its cookies must be secure. */
export function isSecure(): boolean {
  return application().configuration.publicUrl.protocol === 'https:'
}

/** The web's session cookie (docs/contract.md, "Everywhere"). */
export function sessionCookieName(): string {
  return `${isSecure() ? '__Host-' : ''}next-auth.session-token`
}

/** The last "Keep me signed in" choice in this browser: `true` or `false`. */
export const KEEP_SIGNED_IN_COOKIE = 'caravan.keep-signed-in'

/**
 * The response without an expiry of the session cookie, so that it lasts until the browser closes. Deleted and
 * other cookies are unchanged.
 */
export function withoutCookieExpiry(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.delete('set-cookie')
  const begins = `${sessionCookieName()}=`
  for (const cookie of response.headers.getSetCookie()) {
    const isKept = cookie.startsWith(begins) && !cookie.startsWith(`${begins};`)
    headers.append('set-cookie', isKept ? cookie.replace(/; *(Expires|Max-Age)=[^;]*/gi, '') : cookie)
  }
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}
