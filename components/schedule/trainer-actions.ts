import type { ActionResult } from '#lib/http/action-result.ts'

type TrainerAction = (input: { sessionId: string }) => Promise<ActionResult<unknown>>

/** What leads a class through its life. */
export type TrainerActions = { start: TrainerAction; end: TrainerAction }
