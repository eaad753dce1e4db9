import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { changeId } from '#lib/sessions/recorded-change.ts'

export const undoChangeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/changes/{changeId}/undo',
  access: 'signed-in',
  summary: 'Take back what you did to sessions within the last 10 seconds; again changes nothing',
  params: z.object({ changeId }),
  data: z.object({ sessions: z.int() }),
  message: 'Undone',
})
