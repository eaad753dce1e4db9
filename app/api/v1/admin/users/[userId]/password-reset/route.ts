import { route } from '#lib/http/route.ts'
import { sendPasswordResetEndpoint } from '#lib/identity/invitations/api.ts'
import { sendPasswordReset } from '#lib/identity/invitations/send-password-reset.ts'

export const POST = route(sendPasswordResetEndpoint, sendPasswordReset)
