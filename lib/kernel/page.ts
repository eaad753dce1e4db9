import { z } from 'zod'
import { rawText } from './fields.ts'

const MAX_LIMIT = 100
const DEFAULT_LIMIT = 50

/** Query of a list: where to continue, and the maximum number of items (1 to 100). */
export const pageQuery = z.object({
  cursor: rawText(200).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
})

/** A page of a list; `nextCursor` is null on the last one. */
export function page<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export type Page<T> = { items: T[]; nextCursor: string | null }

/** A page from rows that were read with `limit` plus one. */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (last: T) => string): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}
