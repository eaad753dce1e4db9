import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { changeId } from '#lib/sessions/recorded-change.ts'

export const undoChangeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/changes/{changeId}/undo',
  access: 'signed-in',
  summary: 'Undo your change of sessions within 10 seconds. Idempotent',
  params: z.object({ changeId }),
  data: z.object({ sessions: z.int() }),
  message: 'Undone',
})
