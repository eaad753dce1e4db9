import type { ActionResult } from '#lib/http/action-result.ts'

type TrainerAction = (input: { sessionId: string }) => Promise<ActionResult<unknown>>

/** The actions that start and end a class. */
export type TrainerActions = { start: TrainerAction; end: TrainerAction }
