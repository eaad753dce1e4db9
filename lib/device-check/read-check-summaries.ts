import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import type { CheckSummary } from './api.ts'
import { checkSelect, checkSummaryOf } from './check-view.ts'

/**
 * The last checks of students with a seat in the session, by user id. The caller checks whether the actor may see
 * them.
 */
export async function readCheckSummaries(
  { database }: Pick<Context, 'database'>,
  sessionId: SessionId,
): Promise<Map<string, CheckSummary>> {
  const rows = await database.deviceCheck.findMany({
    where: { user: { seats: { some: { sessionId } } } },
    select: { userId: true, ...checkSelect },
  })
  return new Map(rows.map(({ userId, ...row }) => [userId, checkSummaryOf(row)]))
}
