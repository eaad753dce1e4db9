import { z } from 'zod'
import { noticesEvent, sessionEvent } from './page-event.ts'

const sessionEnvelope = sessionEvent.extend({
  /** `leaders`: only the trainer and admins; who comes and goes is no news for a hundred students. */
  audience: z.enum(['everybody', 'moderators']),
  /** Who lost their place in the session with this change, and must hear of it too. */
  formerUserIds: z.array(z.uuid()),
})

const noticeEnvelope = noticesEvent.extend({ userIds: z.array(z.uuid()) })

/** Sign-ins that were ended; a trigger on "SignIn" sends it (migration ended_sign_ins). */
const signOutEnvelope = z.object({ kind: z.literal('signed-out'), signInIds: z.array(z.uuid()) })

/** What goes through PostgreSQL: the news, and who is to hear of it. */
export const eventEnvelope = z.discriminatedUnion('kind', [sessionEnvelope, noticeEnvelope, signOutEnvelope])
export type EventEnvelope = z.infer<typeof eventEnvelope>

/** A bulletin that pages are told. */
export type PageEventEnvelope = Exclude<EventEnvelope, { kind: 'signed-out' }>

export const PAGE_EVENTS_CHANNEL = 'caravan_news'
