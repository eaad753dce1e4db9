import type { Prisma } from '#lib/database/generated/client.ts'
import { LONGEST_SESSION_MS } from './policy.ts'

/**
 * Sessions that overlap the span between the two instants; an omitted side is open. The third condition follows from
 * the first; it lets PostgreSQL start at the right position of an index by start.
 */
export function overlapping(from: Date | undefined, to: Date | undefined): Prisma.ClassSessionWhereInput {
  const earliest = from && new Date(from.getTime() - LONGEST_SESSION_MS)
  return { endsAt: { gt: from }, startsAt: { lt: to, gt: earliest } }
}
