import { z } from 'zod'
import { refusalCodes } from '#lib/kernel/refusal.ts'
import { clockQuestion, collision } from '#lib/sessions/api.ts'
import { editConflict } from './edit-conflict.ts'

/** The envelope of a failure (docs/contract.md, "Everywhere"). */
export const failureAnswer = z
  .object({
    success: z.literal(false),
    message: z.string().meta({ description: 'Message for people' }),
    error: z.object({
      code: z.enum([...refusalCodes, 'internal']),
      fields: z.record(z.string(), z.string()).optional(),
      collisions: z.array(collision).optional().meta({ description: 'Obstacles of a conflict' }),
      questions: z
        .array(clockQuestion)
        .optional()
        .meta({ description: 'Skipped or repeated wall times; the client must choose their meaning' }),
      editConflict: editConflict.optional(),
      account: z
        .enum(['erased', 'disabled'])
        .optional()
        .meta({ description: 'Why the account of the credential ended' }),
    }),
  })
  .meta({ id: 'Failure' })
export type FailureAnswer = z.infer<typeof failureAnswer>
