import { z } from 'zod'
import { auditEvent } from '#lib/audit/api.ts'
import { courseClass } from '#lib/classes/api.ts'
import { location } from '#lib/locations/api.ts'
import { managedPerson } from '#lib/people/api.ts'
import { classSession } from '#lib/sessions/api.ts'

const events = z.array(auditEvent).meta({ description: 'Changes since then, latest first, at most 10' })

/** Changes by other people since the editor loaded the record. */
export const editConflict = z
  .discriminatedUnion('subject', [
    z.object({ subject: z.literal('class'), events, now: courseClass }),
    z.object({ subject: z.literal('user'), events, now: managedPerson }),
    z.object({ subject: z.literal('location'), events, now: location }),
    z.object({ subject: z.literal('session'), events, now: classSession }),
  ])
  .meta({ id: 'EditConflict', description: 'The current record and the changes since it was read' })
export type EditConflict = z.infer<typeof editConflict>

declare module '#lib/kernel/refusal.ts' {
  interface RefusalDetails {
    /** Changes by other people that an edit would overwrite. */
    editConflict?: EditConflict
  }
}
