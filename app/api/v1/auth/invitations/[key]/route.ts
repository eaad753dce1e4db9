import { route } from '#lib/http/route.ts'
import { acceptLink } from '#lib/identity/password-links/accept-link.ts'
import { acceptLinkEndpoint, findLinkEndpoint } from '#lib/identity/password-links/api.ts'
import { findLink } from '#lib/identity/password-links/find-link.ts'

export const GET = route(findLinkEndpoint, findLink)
export const POST = route(acceptLinkEndpoint, acceptLink)
