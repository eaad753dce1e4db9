import { route } from '#lib/http/route.ts'
import { endTokenEndpoint, issueTokenEndpoint } from '#lib/identity/api.ts'
import { issueToken } from '#lib/identity/sign-in/issue-token.ts'
import { signOut } from '#lib/identity/sign-in/sign-out.ts'

export const POST = route(issueTokenEndpoint, issueToken)
export const DELETE = route(endTokenEndpoint, signOut)
