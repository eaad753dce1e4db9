import { z } from 'zod'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { sentInstant, text } from '#lib/kernel/fields.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

const ofSession = z.object({ sessionId })

import { message, messageId } from '#lib/classroom/message.ts'

// PostgreSQL's integers end there.
const changeNumber = z.coerce.number().int().max(2_147_483_647)

export const sendMessageEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/messages',
  access: 'signed-in',
  limit: 'messages',
  summary: 'Write in a session, to all or privately; the same id again is the same message',
  params: ofSession,
  body: z.object({
    id: messageId.meta({ description: 'Chosen by you' }),
    text: text(MAX_LENGTH.message),
    mentions: z
      .array(userId)
      .max(100)
      .default([])
      .meta({ description: 'Who is meant in it; only people of the session are kept' }),
    replyToId: messageId.nullish(),
    privateWith: userId.nullish().meta({
      description: 'A student: yourself, or whom you train; left out or null, everybody reads it',
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
  summary: 'What was written, the latest page of it, an earlier one, or all that changed since',
  params: ofSession,
  query: z.object({
    before: changeNumber.min(1).optional().meta({ description: 'Only what has a lower number' }),
    since: changeNumber
      .min(0)
      .optional()
      .meta({ description: 'Only what was written or removed after this change of the room' }),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  data: z.object({
    items: z.array(message).meta({ description: 'By number' }),
    number: z.int().meta({ description: 'Up to which change of the room it is complete, for `since`' }),
    hasMore: z.boolean().meta({ description: 'Earlier ones, or with `since` later ones' }),
  }),
  message: 'Messages',
})
export type MessagePage = z.infer<typeof listMessagesEndpoint.data>

export const removeMessageEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/messages/{messageId}',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Take a message out of the chat: your own within 10 minutes or, for who leads, any',
  params: z.object({ sessionId, messageId }),
  data: z.object({}),
  message: 'Removed',
})

export const exportMessagesEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/sessions/{sessionId}/messages.csv',
  access: 'signed-in',
  summary: 'The chat of a session as a CSV file, for who leads it: what was not removed',
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
  summary: 'The whole chat of a session with what is private or was removed; each look is in the audit trail',
  params: ofSession,
  query: pageQuery.extend({ cursor: changeNumber.min(0).optional() }),
  data: page(reviewedMessage),
  message: 'Messages',
})
