import { z } from 'zod'
import { roomState } from '#lib/classroom/room/api.ts'
import { roomNumber } from '#lib/classroom/room-number.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { rawText, sentInstant } from '#lib/kernel/fields.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { roomToken } from '#lib/livekit/room-token.ts'
import { pairingCode } from './pairing-code.ts'

const secret = rawText(100).meta({ description: 'Secret of the device' })
const bySecret = z.object({ secret })

export const newRoomDisplay = z
  .object({
    id: z.uuid(),
    secret,
    code: z.string().meta({ description: 'Typed by the trainer to pair the display. Can be used once' }),
    expiresAt: sentInstant.meta({ description: 'When the code expires' }),
  })
  .meta({ id: 'NewRoomDisplay' })
export type NewRoomDisplay = z.infer<typeof newRoomDisplay>

export const createRoomDisplayEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/room-displays',
  access: 'public',
  summary: 'Create a pairing code for a room display, valid for 5 minutes',
  data: newRoomDisplay,
  message: 'Code created',
  status: 201,
})

export const roomDisplayTokenEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/room-displays/token',
  access: 'public',
  summary:
    'A LiveKit token for a paired room display. `conflict`: not paired yet; `not_found`: its code has expired; `session_not_accessible`: the class has ended, or the display was unpaired',
  body: bySecret,
  data: roomToken,
  message: 'LiveKit token generated successfully',
})

export const roomDisplayView = z
  .object({
    sessionId,
    name: z.string().meta({ description: 'Name of the room display' }),
    title: z.string(),
    trainer: z.object({ id: z.uuid(), name: z.string() }),
    startsAt: sentInstant,
    startedAt: sentInstant.meta({ description: 'When the class started' }),
    endsAt: sentInstant,
    timeZone: z.string(),
    state: roomState,
  })
  .meta({ id: 'RoomDisplayView' })
export type RoomDisplayView = z.infer<typeof roomDisplayView>

export const readRoomDisplayViewEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/room-displays/room',
  access: 'public',
  summary: 'The view of the class for a paired room display. Refused like its token',
  body: bySecret,
  data: roomDisplayView,
  message: 'Room',
})

export const unpairFromDisplayEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/room-displays/unpair',
  access: 'public',
  summary: 'Unpair a room display from its class, called by the display',
  body: bySecret,
  data: z.object({}),
  message: 'Unpaired',
})

const params = z.object({ sessionId })

export const pairRoomDisplayEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/room-display',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Pair the room display that shows the code with the class. Replaces an earlier one',
  params,
  body: z.object({ code: pairingCode }),
  data: z.object({ name: z.string(), since: sentInstant, number: roomNumber }),
  message: 'Paired',
})

export const unpairRoomDisplayEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/room-display',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Unpair the room display from the class',
  params,
  data: z.object({ number: roomNumber }),
  message: 'Unpaired',
})

export const muteRoomDisplayEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/room-display/mute',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Mute the room display. It can be unmuted at the display',
  params,
  data: z.object({ muted: z.boolean().meta({ description: 'Whether the microphone was on' }) }),
  message: 'Muted',
})
