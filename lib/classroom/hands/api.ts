import { z } from 'zod'
import { pace, reaction } from '#lib/classroom/room/api.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'

const ofSession = z.object({ sessionId })

export const raiseHandEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/hands',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Raise your hand; one that is up keeps its place in line',
  params: ofSession,
  data: z.object({
    position: z.int().meta({ description: "One's place in line, from 1; 0 where it was lowered meanwhile" }),
  }),
  message: 'Hand raised',
})

export const lowerHandsEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/hands',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Lower every hand; for who leads',
  params: ofSession,
  data: z.object({}),
  message: 'Hands lowered',
})

export const lowerHandEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/hands/{userId}',
  access: 'signed-in',
  limit: 'room-actions',
  summary: "Lower your own hand or, for who leads, somebody's",
  params: z.object({ sessionId, userId }),
  data: z.object({}),
  message: 'Hand lowered',
})

export const grantFloorEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/floor',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Give somebody the word, or the next in line where nobody is named; who had it has it no more',
  params: ofSession,
  body: z.object({ userId: userId.optional() }),
  data: z.object({
    userId: userId.nullable().meta({ description: 'Who has it now; null where no hand was up' }),
  }),
  message: 'Word given',
})

export const takeBackFloorEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/floor',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Take the word back; whoever had it is muted. For who leads, and for who has it',
  params: ofSession,
  data: z.object({}),
  message: 'Word taken back',
})

export const sendPaceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/pace',
  access: 'signed-in',
  limit: 'room-actions',
  summary:
    'Tell the trainer quietly that it goes too fast, too slowly, or that you are lost; null takes it back',
  params: ofSession,
  body: z.object({ pace: pace.nullable() }),
  data: z.object({}),
  message: 'Told',
})

export const clearPaceEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/pace',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Begin counting anew; for who leads',
  params: ofSession,
  data: z.object({}),
  message: 'Cleared',
})

export const reactEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/reactions',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Show everybody in the room a reaction for a moment',
  params: ofSession,
  body: z.object({ reaction }),
  data: z.object({}),
  message: 'Shown',
})
