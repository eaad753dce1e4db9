import { z } from 'zod'
import { roomState } from '#lib/classroom/room/api.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { rawText, sentInstant } from '#lib/kernel/fields.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { roomToken } from '#lib/livekit/room-token.ts'
import { pairingCode } from './pairing-code.ts'

const secret = rawText(100).meta({ description: 'What only the device knows' })
const bySecret = z.object({ secret })

export const newRoomDisplay = z
  .object({
    id: z.uuid(),
    secret,
    code: z.string().meta({ description: 'Who leads the class types it; it works once' }),
    expiresAt: sentInstant.meta({ description: 'When the code runs out' }),
  })
  .meta({ id: 'NewRoomDisplay' })
export type NewRoomDisplay = z.infer<typeof newRoomDisplay>

export const createRoomDisplayEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/room-displays',
  access: 'public',
  summary: "A code for a room's screen, by which who leads a class brings it in; it works for 5 minutes",
  data: newRoomDisplay,
  message: 'Code created',
  status: 201,
})

export const roomDisplayTokenEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/room-displays/token',
  access: 'public',
  summary:
    "A LiveKit token for a room's screen that is paired. `conflict`: it waits to be paired; `not_found`: its code has run out; `session_not_accessible`: the class is over, or it was unpaired",
  body: bySecret,
  data: roomToken,
  message: 'LiveKit token generated successfully',
})

export const roomDisplayView = z
  .object({
    sessionId,
    name: z.string().meta({ description: "The room's name" }),
    title: z.string(),
    trainer: z.object({ id: z.uuid(), name: z.string() }),
    startsAt: sentInstant,
    startedAt: sentInstant.meta({ description: 'When the class began' }),
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
  summary: "What a room's screen shows of its class; refused as its token is",
  body: bySecret,
  data: roomDisplayView,
  message: 'Room',
})

export const unpairFromDisplayEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/room-displays/unpair',
  access: 'public',
  summary: "Take a room's screen out of its class, from the screen itself",
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
  summary: "Bring the room's screen into the class by the code that it shows, in place of an earlier one",
  params,
  body: z.object({ code: pairingCode }),
  data: z.object({ name: z.string(), since: sentInstant }),
  message: 'Paired',
})

export const unpairRoomDisplayEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/room-display',
  access: 'signed-in',
  limit: 'room-actions',
  summary: "Take the room's screen out of the class at once",
  params,
  data: z.object({}),
  message: 'Unpaired',
})

export const muteRoomDisplayEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/room-display/mute',
  access: 'signed-in',
  limit: 'room-actions',
  summary: "Mute the room's microphone, until somebody in the room switches it on again",
  params,
  data: z.object({ muted: z.boolean().meta({ description: 'Whether it was on' }) }),
  message: 'Muted',
})
