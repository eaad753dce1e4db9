import { z } from 'zod'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { sentInstant, text } from '#lib/kernel/fields.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

const ofSession = z.object({ sessionId })

import { message, messageId } from '#lib/classroom/message.ts'
import { roomNumber } from '#lib/classroom/room-number.ts'

// The largest integer of PostgreSQL.
const changeNumber = z.coerce.number().int().max(2_147_483_647)

export const sendMessageEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/messages',
  access: 'signed-in',
  limit: 'messages',
  summary: 'Send a message to everyone or privately. Idempotent by `id`',
  params: ofSession,
  body: z.object({
    id: messageId.meta({ description: 'Chosen by the client' }),
    text: text(MAX_LENGTH.message),
    mentions: z
      .array(userId)
      .max(100)
      .default([])
      .meta({ description: 'Mentioned people. Ids of people outside the session are dropped' }),
    replyToId: messageId.nullish(),
    privateWith: userId.nullish().meta({
      description:
        'The student of a private thread: yourself, or a student of yours. Left out or null: visible to everyone',
    }),
  }),
  data: message,
  message: 'Sent',
  status: 201,
})

export const listMessagesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/sessions/{sessionId}/messages',
  access: 'signed-in',
  summary: 'Messages: the latest page, an earlier page, or all changes since a number',
  params: ofSession,
  query: z.object({
    before: changeNumber.min(1).optional().meta({ description: 'Only messages with a lower number' }),
    since: changeNumber
      .min(0)
      .optional()
      .meta({ description: 'Only messages that were sent or removed after this change of the room' }),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  data: z.object({
    items: z.array(message).meta({ description: 'Ordered by number' }),
    number: z.int().meta({ description: 'The last change of the room that is included, for use as `since`' }),
    hasMore: z
      .boolean()
      .meta({ description: 'More earlier messages exist, or with `since` more later ones' }),
  }),
  message: 'Messages',
})
export type MessagePage = z.infer<typeof listMessagesEndpoint.data>

export const removeMessageEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/messages/{messageId}',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Remove a message: your own within 10 minutes, or any as a moderator',
  params: z.object({ sessionId, messageId }),
  data: z.object({ number: roomNumber }),
  message: 'Removed',
})

export const exportMessagesEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/sessions/{sessionId}/messages.csv',
  access: 'signed-in',
  summary: 'The chat of a session as a CSV file, without removed messages. For the trainer and admins',
  params: ofSession,
  file: 'text/csv',
  fileName: 'chat.csv',
})

const reviewedMessage = message.extend({ removedAt: sentInstant.nullable() })
export type ReviewedMessage = z.infer<typeof reviewedMessage>

export const reviewMessagesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/sessions/{sessionId}/messages',
  access: 'signed-in',
  summary:
    'The whole chat of a session, with private and removed messages. Each view is recorded in the audit trail',
  params: ofSession,
  query: pageQuery.extend({ cursor: changeNumber.min(0).optional() }),
  data: page(reviewedMessage),
  message: 'Messages',
})
