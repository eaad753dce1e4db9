import { z } from 'zod'
import { sessionId } from '#lib/kernel/ids.ts'

/** What open pages are told: something about a session changed. What it is now, they read. */
export const sessionEvent = z.object({ kind: z.literal('session'), sessionId })

/** There are new notices for whoever is signed in, or they were read elsewhere. */
export const noticesEvent = z.object({ kind: z.literal('notices') })

/**
 * `ready`: the stream was opened, or opened again, and what happened before is not known. `ended`: the person opened
 * too many streams, and this is the oldest.
 */
export type PageEvent =
  | z.infer<typeof sessionEvent>
  | z.infer<typeof noticesEvent>
  | { kind: 'ready' }
  | { kind: 'ended' }
