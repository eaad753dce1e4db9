import { route } from '#lib/http/route.ts'
import { listMailboxEndpoint } from '#lib/mailbox/api.ts'
import { listMailbox } from '#lib/mailbox/list-mailbox.ts'

export const GET = route(listMailboxEndpoint, listMailbox)
