import { route } from '#lib/http/route.ts'
import { switchMailEndpoint } from '#lib/notices/mail/api.ts'
import { switchMail } from '#lib/notices/mail/switch-mail.ts'

export const POST = route(switchMailEndpoint, switchMail)
