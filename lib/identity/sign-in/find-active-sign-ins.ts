import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'

/** User ids by sign-in id. Ended sign-ins are left out. */
export async function findActiveSignIns(
  { database }: Pick<SystemContext, 'database'>,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await database.signIn.findMany({
    where: { id: { in: ids } },
    select: { id: true, userId: true },
  })
  return new Map(found.map(({ id, userId }) => [id, userId]))
}
