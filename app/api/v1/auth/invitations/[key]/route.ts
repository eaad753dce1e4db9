import { route } from '#lib/http/route.ts'
import { acceptLink } from '#lib/identity/invitations/accept-link.ts'
import { acceptLinkEndpoint, findLinkEndpoint } from '#lib/identity/invitations/api.ts'
import { findLink } from '#lib/identity/invitations/find-link.ts'

export const GET = route(findLinkEndpoint, findLink)
export const POST = route(acceptLinkEndpoint, acceptLink)
