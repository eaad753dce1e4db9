import { z } from 'zod'
import { auditEvent } from '#lib/audit/api.ts'
import { courseClass } from '#lib/classes/api.ts'
import { managedPerson } from '#lib/identity/api.ts'
import { location } from '#lib/locations/api.ts'
import { classSession } from '#lib/sessions/api.ts'

const events = z.array(auditEvent).meta({ description: 'What was done since, the latest first, 10 at most' })

/** What others have made of a thing since it was read by whoever wants to change it. */
export const editConflict = z
  .discriminatedUnion('subject', [
    z.object({ subject: z.literal('class'), events, now: courseClass }),
    z.object({ subject: z.literal('user'), events, now: managedPerson }),
    z.object({ subject: z.literal('location'), events, now: location }),
    z.object({ subject: z.literal('session'), events, now: classSession }),
  ])
  .meta({ id: 'EditConflict', description: 'The thing as it is now, and who changed it since' })
export type EditConflict = z.infer<typeof editConflict>

declare module '#lib/kernel/refusal.ts' {
  interface RefusalDetails {
    /** What others changed since, where somebody edits what is no longer so. */
    editConflict?: EditConflict
  }
}
