import type { z } from 'zod'
import type { classSession } from '#lib/sessions/api.ts'

/** A session as an action answers it. */
export type Planned = z.input<typeof classSession>
