import 'server-only'
import type { SystemContext } from '#lib/process/context.ts'

/** So many tries, counted from the first one for `within` ms. */
type Limit = { most: number; within: number }

/**
 * Takes one of somebody's tries, whether or not it will be right, and answers how many are left: fewer than none where
 * there was none to take, for so many seconds. What is taken at once by several requests is counted each.
 */
export async function takeTry(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  key: string,
  { most, within }: Limit,
): Promise<{ left: number; seconds: number }> {
  const expiresAt = new Date(now.getTime() + within)
  const [taken] = await database.$queryRaw<{ failures: number; expiresAt: Date }[]>`
    INSERT INTO "SignInFailure" AS known ("key", "failures", "expiresAt") VALUES (${key}, 1, ${expiresAt})
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = CASE WHEN known."expiresAt" <= ${now} THEN 1 ELSE least(known."failures", ${most}::int) + 1 END,
      "expiresAt" = CASE WHEN known."expiresAt" <= ${now} THEN ${expiresAt} ELSE known."expiresAt" END
    RETURNING "failures", "expiresAt"`
  if (!taken) throw new Error('PostgreSQL answered no row for an upsert')
  return {
    left: most - taken.failures,
    seconds: Math.ceil((taken.expiresAt.getTime() - now.getTime()) / 1000),
  }
}

/** Gives a try back that was right. */
export async function giveTryBack({ database }: Pick<SystemContext, 'database'>, key: string): Promise<void> {
  await database.signInFailure.updateMany({
    where: { key, failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  })
}
