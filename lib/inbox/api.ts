import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { sentInstant } from '#lib/kernel/fields.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'
import { noticeIcon } from '#lib/notices/api.ts'

/** A notice as it is read, in one's own zone. */
export const notice = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    icon: noticeIcon,
    title: z.string(),
    text: z.string(),
    textChange: z
      .object({ was: z.string(), now: z.string() })
      .nullable()
      .meta({ description: 'The text in two parts: what no longer holds, and what is to be read after it' }),
    canJoin: z.boolean().meta({ description: 'It reminds of a session that you can join now' }),
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

export const countUnreadEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/notices/unread',
  access: 'signed-in',
  summary: 'How many notices you have not read; 99 at most, as nobody counts further',
  data: z.object({ unread: z.int() }),
  message: 'Unread notices',
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
