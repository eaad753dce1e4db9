import { route } from '#lib/http/route.ts'
import { requestPasswordResetEndpoint } from '#lib/identity/password-links/api.ts'
import { requestPasswordReset } from '#lib/identity/password-links/request-password-reset.ts'

export const POST = route(requestPasswordResetEndpoint, requestPasswordReset)
