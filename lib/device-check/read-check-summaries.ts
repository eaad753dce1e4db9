import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import type { CheckSummary } from './api.ts'
import { checkSelect, checkSummaryOf } from './check-view.ts'

/** By id, the last checks of those who have a seat in the session; whether the actor may see them is the caller's to ask. */
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
