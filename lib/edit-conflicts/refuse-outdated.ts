import 'server-only'
import { describeEvents } from '#lib/audit/describe-events.ts'
import type { Actor } from '#lib/context/actor.ts'
import type { Context, SystemContext } from '#lib/context/context.ts'
import { Refusal, type RefusalDetails } from '#lib/kernel/refusal.ts'

const MAX_EVENTS = 10

type Edited = {
  id: string
  /** The revision read under the lock. */
  revision: number
}

/** The editable subjects come from the merged refusal details (lib/api/edit-conflict.ts). */
type EditConflict = NonNullable<RefusalDetails['editConflict']>

type Current = EditConflict extends infer One
  ? One extends EditConflict
    ? Omit<One, 'events'>
    : never
  : never

/**
 * Refuses an edit if other people have changed the subject since it was read. The refusal contains their changes and
 * the current state. Call it while the subject's row is locked. Without `ifRevision` every edit passes.
 * @throws Refusal `conflict`
 */
export async function refuseOutdated(
  context: SystemContext & { actor?: Actor },
  { id, revision }: Edited,
  ifRevision: number | undefined,
  readCurrent: (context: Context) => Promise<Current>,
): Promise<void> {
  if (ifRevision === undefined || ifRevision === revision) return
  const { database, actor } = context
  const rows = await database.auditEvent.findMany({
    where: { subjectId: id, revision: { gt: ifRevision } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MAX_EVENTS,
  })
  const events = await describeEvents(context, rows)
  const editConflict = actor && { ...(await readCurrent({ ...context, actor })), events }
  const name = events.find((event) => event.actor?.name)?.actor?.name
  throw name
    ? new Refusal('conflict', 'changedByOther', { values: { name }, editConflict })
    : new Refusal('conflict', 'changedMeanwhile', { editConflict })
}
