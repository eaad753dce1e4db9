import { z } from 'zod'
import { trackSources } from '#lib/kernel/enums.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { type MediaEvent, sessionIdOf } from '#lib/livekit/media.ts'

const participant = z.object({
  identity: z.string(),
  sid: z.string(),
  joinedAt: z.coerce.date(),
  person: z.boolean(),
  signInId: z.string().nullable(),
  grants: z.object({
    publish: z.array(z.enum(trackSources)),
    subscribe: z.boolean(),
    publishData: z.boolean(),
    updateOwnMetadata: z.boolean(),
  }),
})

const head = { id: z.string(), at: z.coerce.date(), roomSid: z.string(), sessionId }

/** A media event of a session's room, in the form in which it is stored until it is applied. */
export const storedEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('room_started'), ...head }),
  z.object({ kind: z.literal('room_finished'), ...head }),
  z.object({ kind: z.literal('joined'), ...head, participant }),
  z.object({ kind: z.literal('left'), ...head, participant }),
])
export type StoredEvent = z.infer<typeof storedEvent>

/** The event to store, or null if it does not belong to a session's room. */
export function toStoredEvent(event: MediaEvent): StoredEvent | null {
  if (event.kind === 'other') return null
  const { room, ...rest } = event
  const session = sessionId.safeParse(sessionIdOf(room.roomName))
  return session.success ? storedEvent.parse({ ...rest, roomSid: room.sid, sessionId: session.data }) : null
}
