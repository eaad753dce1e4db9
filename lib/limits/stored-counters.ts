import 'server-only'
import { createHmac } from 'node:crypto'
import type { SystemContext } from '#lib/context/context.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import { type Limit, type StoredLimit, storedLimits } from './limits.ts'

type Counting = Pick<SystemContext, 'database' | 'now'>

/** A limit with its subject: an id, or hashedSubject() of an address or e-mail. */
export type Counter = { limit: StoredLimit; subject: string }

/**
 * A granted attempt has the number of remaining attempts, a refused attempt the seconds until the next is granted.
 */
export type Attempt = { granted: true; left: number } | { granted: false; seconds: number }

/** The HMAC of an address or e-mail, because the table must not reveal it. */
export function hashedSubject(subject: string, secret: string): string {
  return createHmac('sha256', secret).update(`limit:${subject}`).digest('base64url')
}

/**
 * Counts one attempt for every counter, before its outcome is known. Each count is one atomic statement, so
 * concurrent attempts cannot pass together. If one counter refuses, no counter keeps the attempt.
 */
export async function countAttempt(context: Counting, counters: Counter[]): Promise<Attempt> {
  let left = Number.POSITIVE_INFINITY
  for (const [index, counter] of counters.entries()) {
    const count = await increment(context, counter)
    if (count === null) {
      await refundAttempts(context, counters.slice(0, index))
      return { granted: false, seconds: await secondsUntilFree(context, counter) }
    }
    left = Math.min(left, storedLimits[counter.limit].max - count)
  }
  return { granted: true, left: Math.max(left, 0) }
}

/**
 * Refunds a granted attempt after a success. Also ends a pause: only this attempt can have started it, because none
 * is granted during a pause.
 */
export async function refundAttempts(
  { database }: Pick<SystemContext, 'database'>,
  counters: Counter[],
): Promise<void> {
  if (counters.length === 0) return
  await database.limitCounter.updateMany({
    where: { key: { in: counters.map(keyOf) }, count: { gt: 0 } },
    data: { count: { decrement: 1 }, blockedUntil: null },
  })
}

/** Deletes all attempts of a counter. */
export async function clearAttempts(
  { database }: Pick<SystemContext, 'database'>,
  counter: Counter,
): Promise<void> {
  await database.limitCounter.deleteMany({ where: { key: keyOf(counter) } })
}

function keyOf({ limit, subject }: Counter): string {
  return `${limit}:${subject}`
}

/** The new count, or null during a pause. */
async function increment({ database, now }: Counting, counter: Counter): Promise<number | null> {
  const limit: Limit = storedLimits[counter.limit]
  const { max, windowMs } = limit
  const firstPause = limit.firstPauseMs ?? null
  const windowEnd = new Date(now.getTime() + windowMs)
  const isOver = Prisma.sql`counter."expiresAt" <= ${now}`
  const isPaused = Prisma.sql`NOT ${isOver} AND counter."count" + 1 >= ${max}::int`
  const doubledPause = Prisma.sql`interval '1 millisecond'
    * least(${windowMs}::float8, ${firstPause}::float8 * power(2, least(counter."count" + 1 - ${max}::int, 20)))`
  const [row] = await database.$queryRaw<{ count: number }[]>`
    INSERT INTO "LimitCounter" AS counter ("key", "count", "expiresAt") VALUES (${keyOf(counter)}, 1, ${windowEnd})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN ${isOver} THEN 1 ELSE counter."count" + 1 END,
      "blockedUntil" = CASE
        WHEN NOT (${isPaused}) THEN NULL
        WHEN ${firstPause}::float8 IS NULL THEN counter."expiresAt"
        ELSE ${now}::timestamptz + ${doubledPause} END,
      "expiresAt" = CASE
        WHEN ${isOver} THEN ${windowEnd}
        WHEN ${firstPause}::float8 IS NULL THEN counter."expiresAt"
        WHEN ${isPaused} THEN ${windowEnd}::timestamptz + ${doubledPause}
        ELSE ${windowEnd} END
    WHERE counter."blockedUntil" IS NULL OR counter."blockedUntil" <= ${now}
    RETURNING "count"`
  return row?.count ?? null
}

async function secondsUntilFree({ database, now }: Counting, counter: Counter): Promise<number> {
  const row = await database.limitCounter.findUnique({
    where: { key: keyOf(counter) },
    select: { blockedUntil: true },
  })
  const wait = (row?.blockedUntil?.getTime() ?? 0) - now.getTime()
  return Math.max(1, Math.ceil(wait / 1000))
}
