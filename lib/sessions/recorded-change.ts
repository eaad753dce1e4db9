import { z } from 'zod'

export const changeId = z.uuid()

/** The people that a change notifies, counted before or after it is made. */
export const recipients = z
  .object({
    students: z.int(),
    trainers: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'Recipients' })

/** One recorded change, of one or more sessions. */
export const recordedChange = z
  .object({
    id: changeId,
    undoUntil: z.iso
      .datetime()
      .meta({ description: 'Undo is possible until then; notices are sent afterwards' }),
    sessions: z.int().meta({ description: 'Number of sessions changed' }),
    recipients,
  })
  .meta({ id: 'Change' })
