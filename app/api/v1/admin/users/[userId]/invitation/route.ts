import { route } from '#lib/http/route.ts'
import { inviteAgainEndpoint, takeBackInvitationEndpoint } from '#lib/people/api.ts'
import { inviteAgain } from '#lib/people/invite-again.ts'
import { takeBackInvitation } from '#lib/people/take-back-invitation.ts'

export const POST = route(inviteAgainEndpoint, inviteAgain)
export const DELETE = route(takeBackInvitationEndpoint, takeBackInvitation)
