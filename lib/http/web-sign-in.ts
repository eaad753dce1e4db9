import 'server-only'
import { cookies } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { webSignInInput } from '#lib/identity/api.ts'
import { parseCredential } from '#lib/identity/sign-in/credential.ts'
import { KNOWN_DEVICE_COOKIE } from '#lib/identity/sign-in/known-device.ts'
import { signIn } from '#lib/identity/sign-in/sign-in.ts'
import { KEPT_SIGN_IN_DAYS } from '#lib/identity/sign-in/sign-in-lifetime.ts'
import { endCredential } from '#lib/identity/sign-in/sign-out.ts'
import { clientAddressOf } from '#lib/kernel/client-address-of.ts'
import { DAY_S, YEAR_S } from '#lib/kernel/durations.ts'
import { application, systemContext } from '#lib/process/application.ts'
import { browserZone } from './browser-zone.ts'
import { asRefusal } from './failure.ts'
import { sameOriginPath } from './same-origin-path.ts'
import { isSecure, KEEP_SIGNED_IN_COOKIE, sessionCookieName } from './session-cookie.ts'

/**
 * next-auth for the web: its cookie carries our credential instead of a JWT, so that browsers and apps use the same
 * database row, read at every request. That row also sets the expiry.
 */
export function webSignInOptions(): NextAuthOptions {
  const { authSecret, publicUrl } = application().configuration
  process.env.NEXTAUTH_URL = publicUrl.origin
  return {
    secret: authSecret,
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: isSecure(),
    // Lifetime of the cookie of a kept sign-in; other cookies last until the browser closes (session-cookie.ts).
    session: { strategy: 'jwt', maxAge: KEPT_SIGN_IN_DAYS * DAY_S },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
      },
    },
    jwt: {
      encode: async ({ token }) => String(token?.credential ?? ''),
      decode: async ({ token }) => (token ? { credential: token } : null),
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: (given, request) =>
          authorize(given, new Headers(request.headers as Record<string, string>)),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { credential: user.id } : token),
      // next-auth's session is unused: pages call currentContext(), clients GET /api/v1/me.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${sameOriginPath(url, baseUrl)}`,
    },
    events: {
      async signOut({ token }) {
        const credential = parseCredential(String(token?.credential ?? ''))
        if (credential) await endCredential(systemContext(), credential)
      },
    },
  }
}

/** Returns null for a wrong pair. Its errors appear in the page's address, so they are only a code. */
async function authorize(given: unknown, headers: Headers): Promise<{ id: string } | null> {
  const input = webSignInInput.safeParse(given)
  if (!input.success) return null
  const { authSecret } = application().configuration
  const jar = await cookies()
  const { email, password, keep = jar.get(KEEP_SIGNED_IN_COOKIE)?.value === 'true' } = input.data
  const device = jar.get(KNOWN_DEVICE_COOKIE)?.value
  const held = parseCredential(jar.get(sessionCookieName())?.value ?? '')
  const attempt = {
    email,
    password,
    carrier: 'web' as const,
    address: clientAddressOf(headers),
    device,
    kept: keep,
    timeZone: await browserZone(),
    replaces: held,
  }
  try {
    const { credential, device } = await signIn(systemContext(), attempt, authSecret)
    const lasting = {
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(),
      path: '/',
      maxAge: YEAR_S,
    } as const
    jar.set(KNOWN_DEVICE_COOKIE, device, lasting)
    jar.set(KEEP_SIGNED_IN_COOKIE, String(keep), lasting)
    return { id: credential }
  } catch (error) {
    const { code, details } = asRefusal(error)
    if (code === 'unauthenticated') return null
    const { retryAfter } = details
    throw new Error(retryAfter === undefined ? code : `${code}:${retryAfter}`)
  }
}
