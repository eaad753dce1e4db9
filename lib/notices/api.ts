import { z } from 'zod'
import { defineEndpoint } from '#lib/http/endpoint.ts'
import { sentInstant } from '#lib/http/fields.ts'
import { page, pageQuery } from '#lib/http/page.ts'
import { noticeTopic } from './topics.ts'

/** A notice as it is read, in one's own zone. */
export const notice = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    text: z.string(),
    href: z.string().nullable().meta({ description: 'Where it leads, on this server' }),
    createdAt: sentInstant,
    unread: z.boolean(),
  })
  .meta({ id: 'Notice' })
export type Notice = z.infer<typeof notice>

export const listNoticesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/notices',
  access: 'signed-in',
  summary: 'What you were told, the latest first',
  query: pageQuery,
  data: page(notice).extend({ unread: z.int() }),
  message: 'Notices',
})

export const markReadEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/notices/read',
  access: 'signed-in',
  summary: 'Mark notices of yours as read, all of them where none is named; again changes nothing',
  body: z.object({ ids: z.array(z.uuid()).max(500).optional() }),
  data: z.object({ unread: z.int() }),
  message: 'Marked as read',
})

export const preferences = z.object({ mutedInApp: z.array(noticeTopic), mutedByMail: z.array(noticeTopic) })
export type Preferences = z.infer<typeof preferences>

export const findPreferencesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/notices/preferences',
  access: 'signed-in',
  summary: 'What you are not told, in the application and by mail',
  data: preferences,
  message: 'Preferences',
})

export const changePreferencesEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/v1/notices/preferences',
  access: 'signed-in',
  summary: 'Choose what you are told; changes of your classes are always told in the application',
  body: preferences.partial(),
  data: preferences,
  message: 'Preferences changed',
})

const letterState = z.enum(['waiting', 'sent', 'failed'])

export const letter = z
  .object({
    id: z.uuid(),
    to: z.object({ name: z.string(), address: z.string() }),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    state: letterState,
    createdAt: sentInstant,
    link: z.string().nullable().meta({ description: 'The link of an invitation, to be handed on by hand' }),
  })
  .meta({ id: 'Letter' })
export type MailboxLetter = z.infer<typeof letter>

export const listMailboxEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/mailbox',
  access: 'signed-in',
  summary: 'The mails that went out or wait, the latest first',
  query: pageQuery,
  data: page(letter),
  message: 'Mailbox',
})
