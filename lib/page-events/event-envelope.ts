import { z } from 'zod'
import { noticesEvent, sessionEvent } from './page-event.ts'

const sessionEnvelope = sessionEvent.extend({
  /** `moderators`: only the trainer, assistants and admins; students do not need an event for each join and leave. */
  audience: z.enum(['everybody', 'moderators']),
  /** Users who lost their seat or assignment in the session with this change and need the event too. */
  formerUserIds: z.array(z.uuid()),
})

const noticeEnvelope = noticesEvent.extend({ userIds: z.array(z.uuid()) })

/** Sign-ins that were ended; sent by a trigger on "SignIn" (migration ended_sign_ins). */
const signOutEnvelope = z.object({ kind: z.literal('signed_out'), signInIds: z.array(z.uuid()) })

/** An event on its way through PostgreSQL, with its audience. */
export const eventEnvelope = z.discriminatedUnion('kind', [sessionEnvelope, noticeEnvelope, signOutEnvelope])
export type EventEnvelope = z.infer<typeof eventEnvelope>

/** An envelope for open pages. */
export type PageEventEnvelope = Exclude<EventEnvelope, { kind: 'signed_out' }>

export const PAGE_EVENTS_CHANNEL = 'caravan_page_events'
