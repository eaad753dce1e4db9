import { route } from '#lib/http/route.ts'
import { resendInvitationEndpoint, revokeInvitationEndpoint } from '#lib/people/api.ts'
import { resendInvitation } from '#lib/people/resend-invitation.ts'
import { revokeInvitation } from '#lib/people/revoke-invitation.ts'

export const POST = route(resendInvitationEndpoint, resendInvitation)
export const DELETE = route(revokeInvitationEndpoint, revokeInvitation)
