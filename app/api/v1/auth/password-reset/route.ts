import { route } from '#lib/http/route.ts'
import { requestPasswordResetEndpoint } from '#lib/identity/invitations/api.ts'
import { requestPasswordReset } from '#lib/identity/invitations/request-password-reset.ts'

export const POST = route(requestPasswordResetEndpoint, requestPasswordReset)
