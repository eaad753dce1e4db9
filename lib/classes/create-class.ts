import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { Context } from '#lib/process/context.ts'
import type { CourseClass, createClassEndpoint } from './api.ts'
import { classId } from './ids.ts'
import { mayManageClasses } from './policy.ts'

/** @throws Refusal `forbidden` */
export async function createClass(
  context: Context,
  input: z.output<typeof createClassEndpoint.body>,
): Promise<CourseClass> {
  if (!mayManageClasses(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return inTransaction(context, async (context) => {
    const { id } = await context.database.class.create({
      data: { ...input, createdAt: context.now },
      select: { id: true },
    })
    await recordAudit(context, {
      action: 'class-created',
      subject: 'class',
      subjectId: id,
      after: { mode: input.mode, capacity: input.capacity, timeZone: input.timeZone },
    })
    return { id: classId.parse(id), ...input }
  })
}
