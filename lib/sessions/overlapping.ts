import type { Prisma } from '#lib/database/generated/client.ts'
import { LONGEST_SESSION_MS } from './policy.ts'

/**
 * Sessions of which some part lies between the two instants; a side that is left out is open. The third condition
 * follows from the first, and lets PostgreSQL begin at the right place of an index by start.
 */
export function overlapping(from: Date | undefined, to: Date | undefined): Prisma.ClassSessionWhereInput {
  const earliest = from && new Date(from.getTime() - LONGEST_SESSION_MS)
  return { endsAt: { gt: from }, startsAt: { lt: to, gt: earliest } }
}
