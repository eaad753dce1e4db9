import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'

const changeId = z.uuid()

/** Whom something is told, before or after it is done. */
export const told = z
  .object({
    students: z.int(),
    trainers: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'Told' })

/** What was done in one go. */
export const recordedChange = z
  .object({
    id: changeId,
    undoUntil: z.iso
      .datetime()
      .meta({ description: 'It can be undone until then, and nobody is told before' }),
    sessions: z.int().meta({ description: 'How many sessions it changed' }),
    tells: told,
  })
  .meta({ id: 'Change' })

export const undoChangeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/changes/{changeId}/undo',
  access: 'signed-in',
  summary: 'Take back what you did to sessions within the last 10 seconds; again changes nothing',
  params: z.object({ changeId }),
  data: z.object({ sessions: z.int() }),
  message: 'Undone',
})
