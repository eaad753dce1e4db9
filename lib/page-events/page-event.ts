import { z } from 'zod'
import { sessionId } from '#lib/kernel/ids.ts'

/** Sent to open pages when a session has changed. Pages then load its current state. */
export const sessionEvent = z.object({ kind: z.literal('session'), sessionId })

/** The user's notices changed: new ones, or some were read elsewhere. */
export const noticesEvent = z.object({ kind: z.literal('notices') })

/**
 * An event for an open page. `ready`: the stream was opened or reopened, so the page may have missed events. `ended`:
 * the user opened too many streams, and this is the oldest.
 */
export const pageEvent = z.discriminatedUnion('kind', [
  sessionEvent,
  noticesEvent,
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('ended') }),
])
export type PageEvent = z.infer<typeof pageEvent>
