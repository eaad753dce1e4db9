import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { KEEP_SIGNED_IN_COOKIE, withoutCookieExpiry } from '#lib/http/session-cookie.ts'
import { webSignInOptions } from '#lib/http/web-sign-in.ts'

type Parameters = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Parameters): Promise<Response> {
  // Our pages send it in the body. next-auth answers 500 to an invalid value in the query.
  request.nextUrl.searchParams.delete('callbackUrl')
  const response: Response = await NextAuth(request, context, webSignInOptions())
  // A sign-in sets this cookie in the same response.
  const isKept = (await cookies()).get(KEEP_SIGNED_IN_COOKIE)?.value === 'true'
  return isKept ? response : withoutCookieExpiry(response)
}

export { handle as GET, handle as POST }
