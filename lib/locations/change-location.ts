import 'server-only'
import type { z } from 'zod'
import type { AuditFacts } from '#lib/audit/facts.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { violatedConstraint } from '#lib/database/faults.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { refuseOutdated } from '#lib/edit-conflicts/refuse-outdated.ts'
import type { LocationId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { findOpenSessions } from '#lib/sessions/find-open-sessions.ts'
import type { changeLocationEndpoint, Location } from './api.ts'
import { nameTaken } from './create-location.ts'
import { mayManageLocations } from './policy.ts'

type Input = { locationId: LocationId } & z.output<typeof changeLocationEndpoint.body>

/**
 * Changes a location's name or capacity, archives or restores it. An archived location stays in the history, and no new
 * sessions can be planned there.
 * @throws Refusal `not_found`, `forbidden`, `conflict` (changed by another admin, a taken name, or open sessions in
 * the location)
 */
export async function changeLocation(
  context: Context,
  { locationId: id, ...change }: Input,
): Promise<Location> {
  const found = await context.database.location.findUnique({ where: { id }, select: { id: true } })
  if (!found) throw new Refusal('not_found', 'noSuchLocation')
  if (!mayManageLocations(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  try {
    return await inTransaction(context, (context) => write(context, id, change))
  } catch (error) {
    throw violatedConstraint(error) ? nameTaken() : error
  }
}

type Change = Omit<Input, 'locationId'>

async function write(context: Context, id: LocationId, { ifRevision, ...change }: Change): Promise<Location> {
  const before = await lock(context, id)
  await refuseOutdated(context, before, ifRevision, async () => ({ subject: 'location', now: before }))
  const after = {
    id,
    name: change.name ?? before.name,
    capacity: change.capacity ?? before.capacity,
    archived: change.archived ?? before.archived,
  }
  if (after.archived && !before.archived) await refuseWhileUsed(context, id)
  const facts = (['capacity', 'archived'] as const).filter((fact) => before[fact] !== after[fact])
  const nameChanged = before.name !== after.name
  if (facts.length === 0 && !nameChanged) return before
  const { revision } = await context.database.location.update({
    where: { id },
    data: {
      revision: { increment: 1 },
      name: after.name,
      capacity: after.capacity,
      ...(after.archived === before.archived ? {} : { archivedAt: after.archived ? context.now : null }),
    },
    select: { revision: true },
  })
  const of = (location: typeof after): AuditFacts =>
    Object.fromEntries(facts.map((fact) => [fact, location[fact]]))
  await recordAudit(context, {
    action: 'location_changed',
    subject: 'location',
    subjectId: id,
    revision,
    before: of(before),
    after: { ...of(after), ...(nameChanged && { nameChanged }) },
  })
  return { ...after, revision }
}

/** Locks the location until the transaction ends, so that no session can be planned there meanwhile. */
async function lock({ database }: Context, id: LocationId): Promise<Location> {
  const [location] = await database.$queryRaw<Location[]>`
    SELECT "id", "name", "capacity", "archivedAt" IS NOT NULL AS "archived", "revision" FROM "Location"
    WHERE "id" = ${id}::uuid FOR UPDATE`
  if (!location) throw new Refusal('not_found', 'noSuchLocation')
  return location
}

async function refuseWhileUsed(context: Context, locationId: LocationId): Promise<void> {
  const collisions = await findOpenSessions(context, { locationId })
  if (collisions.length > 0) throw new Refusal('conflict', 'locationStillUsed', { collisions })
}
