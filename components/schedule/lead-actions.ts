import type { ActionResult } from '#lib/http/action-result.ts'

type LeadAction = (input: { sessionId: string }) => Promise<ActionResult<unknown>>

/** What leads a class through its life. */
export type LeadActions = { start: LeadAction; end: LeadAction }
