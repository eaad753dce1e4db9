import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { mayPlan } from '#lib/sessions/policy.ts'
import type { endAbsenceEndpoint } from './api.ts'

/**
 * Ends a trainer's absence; sessions that were handed over stay with their new trainers. Idempotent.
 * @throws Refusal `forbidden`
 */
export async function endAbsence(
  context: Context,
  { absenceId }: { absenceId: string },
): Promise<DataOf<typeof endAbsenceEndpoint>> {
  if (!mayPlan(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return inTransaction(context, async (context) => {
    const absence = await context.database.absence.findUnique({ where: { id: absenceId } })
    const { count } = await context.database.absence.deleteMany({ where: { id: absenceId } })
    if (absence && count === 1) {
      await recordAudit(context, {
        action: 'absence_ended',
        subject: 'user',
        subjectId: absence.trainerId,
        before: { startsAt: absence.startsAt.toISOString(), endsAt: absence.endsAt.toISOString() },
      })
    }
    return {}
  })
}
