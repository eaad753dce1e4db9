import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '#lib/http/content-security-policy.ts'

/** Gives each page its nonce. It is no access check: every page, action and endpoint checks access itself. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = contentSecurityPolicy(nonce, {
    liveKitUrl: process.env.LIVEKIT_URL ?? 'ws://127.0.0.1:7880',
    development: process.env.NODE_ENV === 'development',
  })
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  // Every page is personal.
  response.headers.set('cache-control', 'no-store')
  return response
}

export const config = { matcher: '/((?!api/|feeds/|_next/static|_next/image|favicon|icon|fonts/).*)' }
