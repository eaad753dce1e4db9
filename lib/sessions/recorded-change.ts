import { z } from 'zod'

export const changeId = z.uuid()

/** Whom something is told, before or after it is done. */
export const recipients = z
  .object({
    students: z.int(),
    trainers: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'Recipients' })

/** What was done in one go. */
export const recordedChange = z
  .object({
    id: changeId,
    undoUntil: z.iso
      .datetime()
      .meta({ description: 'It can be undone until then, and nobody is told before' }),
    sessions: z.int().meta({ description: 'How many sessions it changed' }),
    recipients,
  })
  .meta({ id: 'Change' })
