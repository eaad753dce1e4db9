import { z } from 'zod'
import { sessionId } from '#lib/sessions/ids.ts'

/** What open pages are told: something about a session changed. What it is now, they read. */
export const sessionNews = z.object({ kind: z.literal('session'), sessionId })
export type SessionNews = z.infer<typeof sessionNews>

/** `ready`: the stream was opened, or opened again, and what happened before is not known. */
export type News = SessionNews | { kind: 'ready' }
