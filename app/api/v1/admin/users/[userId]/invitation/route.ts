import { route } from '#lib/http/route.ts'
import { inviteAgainEndpoint, takeBackInvitationEndpoint } from '#lib/identity/invitations/api.ts'
import { inviteAgain } from '#lib/identity/invitations/invite-again.ts'
import { takeBackInvitation } from '#lib/identity/invitations/take-back-invitation.ts'

export const POST = route(inviteAgainEndpoint, inviteAgain)
export const DELETE = route(takeBackInvitationEndpoint, takeBackInvitation)
