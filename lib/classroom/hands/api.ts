import { z } from 'zod'
import { pace, reaction } from '#lib/classroom/room/api.ts'
import { roomNumber } from '#lib/classroom/room-number.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'

const ofSession = z.object({ sessionId })

export const raiseHandEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/hands',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Raise your hand. A hand that is already up keeps its position',
  params: ofSession,
  data: z.object({
    position: z
      .int()
      .meta({ description: 'Your position in the queue, from 1; 0 if your hand was lowered meanwhile' }),
    number: roomNumber,
  }),
  message: 'Hand raised',
})

export const lowerHandsEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/hands',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Lower all hands. Moderators only',
  params: ofSession,
  data: z.object({ number: roomNumber }),
  message: 'Hands lowered',
})

export const lowerHandEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/hands/{userId}',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Lower your own hand or, as a moderator, the hand of another participant',
  params: z.object({ sessionId, userId }),
  data: z.object({ number: roomNumber }),
  message: 'Hand lowered',
})

export const grantFloorEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/floor',
  access: 'signed-in',
  limit: 'room-actions',
  summary:
    'Give the floor to a student, by default the next in the queue. It is taken from the previous speaker',
  params: ofSession,
  body: z.object({ userId: userId.optional() }),
  data: z.object({
    userId: userId.nullable().meta({ description: 'The current speaker; null if no hand was up' }),
    number: roomNumber,
  }),
  message: 'Floor given',
})

export const takeBackFloorEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/floor',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Take back the floor and mute the speaker. For moderators and the speaker',
  params: ofSession,
  data: z.object({ number: roomNumber }),
  message: 'Floor taken back',
})

export const sendPaceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/pace',
  access: 'signed-in',
  limit: 'room-actions',
  summary:
    'Tell the trainer privately that the class is too fast or too slow, or that you are lost; null clears it',
  params: ofSession,
  body: z.object({ pace: pace.nullable() }),
  data: z.object({ number: roomNumber }),
  message: 'Sent',
})

export const clearPaceEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/pace',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Reset the pace counts. Moderators only',
  params: ofSession,
  data: z.object({ number: roomNumber }),
  message: 'Reset',
})

export const reactEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/reactions',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Show a reaction to everyone in the room for a moment',
  params: ofSession,
  body: z.object({ reaction }),
  data: z.object({}),
  message: 'Sent',
})
