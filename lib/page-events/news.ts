import { z } from 'zod'
import { sessionId } from '#lib/kernel/ids.ts'

/** What open pages are told: something about a session changed. What it is now, they read. */
export const sessionNews = z.object({ kind: z.literal('session'), sessionId })

/** There are new notices for whoever is signed in, or they were read elsewhere. */
export const noticeNews = z.object({ kind: z.literal('notices') })

/**
 * `ready`: the stream was opened, or opened again, and what happened before is not known. `ended`: the person opened
 * too many streams, and this is the oldest.
 */
export type News =
  | z.infer<typeof sessionNews>
  | z.infer<typeof noticeNews>
  | { kind: 'ready' }
  | { kind: 'ended' }
