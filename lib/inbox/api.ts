import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { sentInstant } from '#lib/kernel/fields.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'
import { noticeIcon } from '#lib/notices/api.ts'

/** A notice in the reader's zone. */
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
      .meta({ description: 'The text in two parts: the old text and the new text' }),
    canJoin: z.boolean().meta({ description: 'Whether it is a reminder of a session that you can join now' }),
    href: z.string().nullable().meta({ description: 'Path of the link on this server' }),
    createdAt: sentInstant,
    unread: z.boolean(),
  })
  .meta({ id: 'Notice' })
export type Notice = z.infer<typeof notice>

export const listNoticesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/notices',
  access: 'signed-in',
  summary: 'Your notices, latest first',
  query: pageQuery,
  data: page(notice).extend({ unread: z.int() }),
  message: 'Notices',
})

export const countUnreadEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/notices/unread',
  access: 'signed-in',
  summary: 'Number of your unread notices, at most 99',
  data: z.object({ unread: z.int() }),
  message: 'Unread notices',
})

export const markReadEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/notices/read',
  access: 'signed-in',
  summary: 'Mark your notices as read, all of them if none is given; idempotent',
  body: z.object({ ids: z.array(z.uuid()).max(500).optional() }),
  data: z.object({ unread: z.int() }),
  message: 'Marked as read',
})
