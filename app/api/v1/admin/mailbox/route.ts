import { route } from '#lib/http/route.ts'
import { listMailboxEndpoint } from '#lib/notices/mail/api.ts'
import { listMailbox } from '#lib/notices/mail/list-mailbox.ts'

export const GET = route(listMailboxEndpoint, listMailbox)
