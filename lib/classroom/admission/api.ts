import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'

const params = z.object({ sessionId })

export const requestEntryEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/entry-requests',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Say that you wait to be let in; again, at least every 30 s, for as long as you do',
  params,
  data: z.object({
    admitted: z.boolean(),
    position: z
      .int()
      .meta({ description: 'Your place among those who wait, from 1; 0 where you are let in' }),
    waiting: z.int().meta({ description: 'How many wait' }),
  }),
  message: 'The trainer sees you',
})
export type EntryRequestStatus = z.infer<typeof requestEntryEndpoint.data>

export const admitEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/admissions',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Let students in, everybody who waits where nobody is named',
  params,
  body: z.object({ userIds: z.array(userId).min(1).max(1000).optional() }),
  data: z.object({ admitted: z.int().meta({ description: 'How many were let in by this' }) }),
  message: 'Let in',
})

export const sendReminderEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/reminders',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Remind students who are not here that the class is on, all of them where nobody is named',
  params,
  body: z.object({ userIds: z.array(userId).min(1).max(1000).optional() }),
  data: z.object({ reminded: z.int() }),
  message: 'Reminded',
})
