import { z } from 'zod'
import { asSent } from './fields.ts'

const MOST = 100
const USUAL = 50

/** How a list is asked for: where to go on, and how many at most (1 to 100). */
export const pageQuery = z.object({
  cursor: asSent(200).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(USUAL),
})

/** A page of a list; `nextCursor` is null on the last one. */
export function page<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export type Page<T> = { items: T[]; nextCursor: string | null }

/** Rows of which one more than `limit` was read, as a page. */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (last: T) => string): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}
