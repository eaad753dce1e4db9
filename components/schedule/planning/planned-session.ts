import type { z } from 'zod'
import type { changeSessionEndpoint, classSession } from '#lib/sessions/api.ts'

/** A session as returned by an action. */
export type PlannedSession = z.input<typeof classSession>

/** The same after a change, with the batch of changes that were made together. */
export type ChangedSession = z.input<typeof changeSessionEndpoint.data>
