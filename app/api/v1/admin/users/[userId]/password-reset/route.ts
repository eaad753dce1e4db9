import { route } from '#lib/http/route.ts'
import { sendPasswordResetEndpoint } from '#lib/people/api.ts'
import { sendPasswordReset } from '#lib/people/send-password-reset.ts'

export const POST = route(sendPasswordResetEndpoint, sendPasswordReset)
