import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { removalReasons, trackSources } from '#lib/kernel/enums.ts'
import { text } from '#lib/kernel/fields.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { roomToken } from '#lib/livekit/room-token.ts'
import { roomNumber } from './room-number.ts'

export const roomTokenEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/sessions/{sessionId}/livekit-token',
  access: 'by-credential',
  summary: "A LiveKit token for your place in the session's room, valid for 2 hours",
  params: z.object({ sessionId }),
  data: roomToken,
  message: 'LiveKit token generated successfully',
})

export const companionTokenEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/companion-token',
  access: 'by-credential',
  summary: "A LiveKit token for your companion in the session's room. It only receives",
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
  summary: 'Remove a student from the room until they are allowed to rejoin',
  params: z.object({ sessionId }),
  body: z.object({
    userId,
    why: removalReason.optional(),
    reason: text(MAX_LENGTH.removalReason)
      .optional()
      .meta({ description: 'Free text, visible to the student and the school' }),
  }),
  data: z.object({}),
  message: 'Removed',
})

/** The kind of a published track. */
export const trackSource = z.enum(trackSources)

export const muteParticipantsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/mutes',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Mute microphones, or stop cameras or screens. Their owners can turn them on again',
  params: z.object({ sessionId }),
  body: z.object({
    source: trackSource,
    userIds: z
      .array(userId)
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'The participants to mute, by default everyone except moderators' }),
    except: z.array(userId).max(1000).optional().meta({ description: 'Participants that are not muted' }),
    lock: z
      .boolean()
      .optional()
      .meta({ description: 'Also lock the source for students. Needs the permission `locks`' }),
  }),
  data: z.object({
    muted: z.int().meta({ description: 'Number of people who were muted' }),
    number: roomNumber.optional(),
  }),
  message: 'Muted',
})

export const readmitParticipantEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/{sessionId}/removals/{userId}',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Allow a removed student to rejoin',
  params: z.object({ sessionId, userId }),
  data: z.object({}),
  message: 'Allowed to rejoin',
})
