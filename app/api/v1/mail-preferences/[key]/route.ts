import { route } from '#lib/http/route.ts'
import { changeMailPreferenceEndpoint } from '#lib/notices/mail/api.ts'
import { changeMailPreference } from '#lib/notices/mail/change-mail-preference.ts'

export const POST = route(changeMailPreferenceEndpoint, changeMailPreference)
