import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { Refusal } from '#lib/kernel/refusal.ts'

/**
 * Locks a location in use until the transaction ends, for one booking at a time; see refuseUnlessTrainer.
 * @throws Refusal `invalid` if it does not exist or is archived
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
