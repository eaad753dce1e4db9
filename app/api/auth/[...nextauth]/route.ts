import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { webSignInOptions } from '#lib/identity/sign-in/web-sign-in.ts'

type Parameters = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Parameters): Promise<Response> {
  return NextAuth(request, context, webSignInOptions())
}

export { handle as GET, handle as POST }
