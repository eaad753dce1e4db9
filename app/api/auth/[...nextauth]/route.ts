import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { webSignInOptions } from '#lib/identity/sign-in/web-sign-in.ts'

type Parameters = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Parameters): Promise<Response> {
  // Our pages send it in the body; to one in the query that does not parse, next-auth answers 500.
  request.nextUrl.searchParams.delete('callbackUrl')
  return NextAuth(request, context, webSignInOptions())
}

export { handle as GET, handle as POST }
