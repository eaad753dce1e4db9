import { z } from 'zod'
import { auditEvent } from '#lib/audit/api.ts'
import { courseClass } from '#lib/classes/api.ts'
import { location } from '#lib/locations/api.ts'
import { managedPerson } from '#lib/people/api.ts'
import { classSession } from '#lib/sessions/api.ts'

const events = z.array(auditEvent).meta({ description: 'What was done since, the latest first, 10 at most' })

/** The changes that other people made to a thing after the editor read it. */
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
    /** The changes of other people that an edit would overwrite. */
    editConflict?: EditConflict
  }
}
