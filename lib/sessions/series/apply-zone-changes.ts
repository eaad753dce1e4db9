import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { changeSessions, type Edit } from '#lib/sessions/changes/change-sessions.ts'
import { resolveWallTime } from '#lib/time/zones.ts'

const A_PAGE = 1000

/**
 * Recomputes the starts of future sessions from their intended wall times. If a country has changed its clock rules
 * since, sessions move: people are notified, and the audit trail shows no actor. A wall time that clocks now skip
 * keeps its instant. A session that would collide stays too, and is returned in `colliding`.
 */
export async function applyZoneChanges(
  context: SystemContext,
): Promise<{ moved: string[]; colliding: string[] }> {
  const found: { moved: string[]; colliding: string[] } = { moved: [], colliding: [] }
  for await (const edits of findMisplaced(context)) {
    for (const edit of edits) {
      found[await tryMove(context, edit)].push(edit.sessionId)
    }
  }
  return found
}

/** An error other than a refusal is a fault; the next run tries again. */
async function tryMove(context: SystemContext, edit: Edit): Promise<'moved' | 'colliding'> {
  try {
    await changeSessions(context, async () => [edit], { allowOverlap: true })
    return 'moved'
  } catch (error) {
    if (error instanceof Refusal) return 'colliding'
    throw error
  }
}

async function* findMisplaced({ database, now }: SystemContext): AsyncGenerator<Edit[]> {
  let cursor: { startsAt: Date; id: string } | null = null
  for (;;) {
    const sessions: WallTimeSession[] = await database.classSession.findMany({
      where: {
        status: 'scheduled',
        wallStart: { not: null },
        startsAt: { gt: now, ...(cursor && { gte: cursor.startsAt }) },
        ...(cursor && { OR: [{ startsAt: { gt: cursor.startsAt } }, { id: { gt: cursor.id } }] }),
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: A_PAGE,
      select: {
        id: true,
        startsAt: true,
        endsAt: true,
        wallStart: true,
        wallLater: true,
        class: { select: { timeZone: true } },
      },
    })
    yield sessions.flatMap(editFor)
    cursor = sessions.at(-1) ?? null
    if (sessions.length < A_PAGE) return
  }
}

type WallTimeSession = {
  id: string
  startsAt: Date
  endsAt: Date
  wallStart: string | null
  wallLater: boolean
  class: { timeZone: string }
}

function editFor({
  id,
  startsAt,
  endsAt,
  wallStart,
  wallLater,
  class: { timeZone },
}: WallTimeSession): Edit[] {
  const [date, time] = wallStart?.split('T') ?? []
  if (!date || !time) return []
  const resolved = resolveWallTime({ date, time }, timeZone)
  if (resolved.kind === 'skipped') return []
  const meant = resolved.kind === 'once' ? resolved.at : wallLater ? resolved.later : resolved.earlier
  const by = Date.parse(meant) - startsAt.getTime()
  if (by === 0) return []
  return [
    {
      sessionId: sessionId.parse(id),
      changes: {
        startsAt: new Date(meant),
        endsAt: new Date(endsAt.getTime() + by),
        wallStart,
        wallLater,
      },
    },
  ]
}
