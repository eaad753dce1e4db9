import { z } from 'zod'
import { roomNumber } from '#lib/classroom/room-number.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'

const params = z.object({ sessionId })

export const requestEntryEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/entry-requests',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Ask to be let in. Repeat at least every 30 s to stay in the lobby',
  params,
  data: z.object({
    admitted: z.boolean(),
    position: z.int().meta({ description: 'Your position in the lobby, from 1; 0 if you are admitted' }),
    waiting: z.int().meta({ description: 'Number of people in the lobby' }),
  }),
  message: 'Waiting for the trainer to let you in',
})
export type EntryRequestStatus = z.infer<typeof requestEntryEndpoint.data>

export const admitEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/admissions',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Admit students, by default everyone in the lobby',
  params,
  body: z.object({ userIds: z.array(userId).min(1).max(1000).optional() }),
  data: z.object({
    admitted: z.int().meta({ description: 'Number of students admitted by this request' }),
    number: roomNumber,
  }),
  message: 'Admitted',
})

export const sendReminderEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/reminders',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Remind absent students that the class is on, by default all of them',
  params,
  body: z.object({ userIds: z.array(userId).min(1).max(1000).optional() }),
  data: z.object({ reminded: z.int() }),
  message: 'Reminder sent',
})
