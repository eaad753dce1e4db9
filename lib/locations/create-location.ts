import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { locationId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { createLocationEndpoint, Location } from './api.ts'
import { mayManageLocations } from './policy.ts'

/** @throws Refusal `forbidden`, `conflict` if the name is taken */
export async function createLocation(
  context: Context,
  { name, capacity }: z.output<typeof createLocationEndpoint.body>,
): Promise<Location> {
  if (!mayManageLocations(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return inTransaction(context, async (context) => {
    const [created] = await context.database.location.createManyAndReturn({
      data: { name, capacity, createdAt: context.now },
      skipDuplicates: true,
      select: { id: true },
    })
    if (!created) throw nameTaken()
    await recordAudit(context, {
      action: 'location_created',
      subject: 'location',
      subjectId: created.id,
      after: { capacity },
    })
    return { id: locationId.parse(created.id), name, capacity, archived: false, revision: 0 }
  })
}

export function nameTaken(): Refusal {
  return new Refusal('conflict', 'locationNameTaken', { fields: { name: 'locationNameTaken' } })
}
