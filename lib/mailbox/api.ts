import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { sentInstant } from '#lib/kernel/fields.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'

export const mailboxEmail = z
  .object({
    id: z.uuid(),
    to: z.object({ name: z.string(), address: z.string() }),
    zone: z.string().meta({ description: 'IANA zone of the times' }),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    state: z.enum(['waiting', 'sent', 'failed']),
    createdAt: sentInstant,
    passwordLink: z
      .object({ href: z.string(), works: z.boolean() })
      .nullable()
      .meta({ description: 'Link of an invitation, to be passed on manually' }),
  })
  .meta({ id: 'MailboxEmail' })
export type MailboxEmail = z.infer<typeof mailboxEmail>

export const listMailboxEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/mailbox',
  access: 'signed-in',
  summary: 'E-mails that were sent or are waiting, latest first',
  query: pageQuery,
  data: page(mailboxEmail).extend({
    configured: z.boolean().meta({ description: 'Whether a mail server is configured' }),
    waiting: z.int().meta({ description: 'Number of waiting e-mails' }),
  }),
  message: 'Mailbox',
})
