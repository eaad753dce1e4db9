import type { z } from 'zod'
import type { changeSessionEndpoint, classSession } from '#lib/sessions/api.ts'

/** A session as an action answers it. */
export type PlannedSession = z.input<typeof classSession>

/** The same after a change, with what was done in one go. */
export type ChangedSession = z.input<typeof changeSessionEndpoint.data>
