import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { Refusal } from '#lib/kernel/refusal.ts'

/**
 * Holds a location's being in use until the transaction ends, for one booking at a time: see refuseUnlessTrainer.
 * @throws Refusal `invalid` where there is none with this id, or it is archived
 */
export async function refuseUnlessLocation(
  { database }: Pick<SystemContext, 'database'>,
  locationId: string,
): Promise<void> {
  const [location] = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM "Location" WHERE "id" = ${locationId}::uuid AND "archivedAt" IS NULL
    FOR NO KEY UPDATE`
  if (!location) throw new Refusal('invalid', 'noSuchLocation', { fields: { locationId: 'noSuchLocation' } })
}
