import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { removalReasons, trackSources } from '#lib/kernel/enums.ts'
import { text } from '#lib/kernel/fields.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { roomToken } from '#lib/livekit/room-token.ts'

export const roomTokenEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/sessions/{sessionId}/livekit-token',
  access: 'by-credential',
  summary: "A LiveKit token for one's place in the session's room, valid for 2 hours",
  params: z.object({ sessionId }),
  data: roomToken,
  message: 'LiveKit token generated successfully',
})

export const companionTokenEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/companion-token',
  access: 'by-credential',
  summary: "A LiveKit token for one's companion in the session's room: it shows, and sends nothing",
  params: z.object({ sessionId }),
  data: roomToken,
  message: 'LiveKit token generated successfully',
})

const removalReason = z.enum(removalReasons)

export const removeParticipantEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/removals',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Put a student out of the room; they stay out until let in again',
  params: z.object({ sessionId }),
  body: z.object({
    userId,
    why: removalReason.optional(),
    reason: text(MAX_LENGTH.removalReason)
      .optional()
      .meta({ description: 'In your words; the student and the school see it' }),
  }),
  data: z.object({}),
  message: 'Removed',
})

/** What one publishes in a room. */
export const trackSource = z.enum(trackSources)

export const muteParticipantsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/mutes',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Mute microphones, or stop cameras or screens, until who it is switches them on again',
  params: z.object({ sessionId }),
  body: z.object({
    source: trackSource,
    userIds: z
      .array(userId)
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'Whose; left out, those of everybody who does not lead' }),
    except: z.array(userId).max(1000).optional().meta({ description: 'Whose not' }),
  }),
  data: z.object({ muted: z.int().meta({ description: 'Of how many people it was on' }) }),
  message: 'Muted',
})

export const readmitParticipantEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/removals/{userId}',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Let a removed student in again',
  params: z.object({ sessionId, userId }),
  data: z.object({}),
  message: 'Let in again',
})
