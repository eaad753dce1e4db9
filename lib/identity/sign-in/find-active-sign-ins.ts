import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'

/** Whose each of these sign-ins is; one that has ended is left out. */
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
