import { z } from 'zod'
import { instant } from './fields.ts'
import { Refusal } from './refusal.ts'

/** A position in a list that is sorted by an instant, then by id. */
type CursorPosition = { at: Date; id: string }

const cursorPosition = z.tuple([instant, z.uuid()])

function parseCursor(cursor: string) {
  return cursorPosition.safeParse(cursor.split('_'))
}

/** The cursor of a position: the next page starts after it. */
export function instantCursor({ at, id }: CursorPosition): string {
  return `${at.toISOString()}_${id}`
}

export function isInstantCursor(cursor: string): boolean {
  return parseCursor(cursor).success
}

/** The position of a cursor. @throws Refusal `invalid` if the cursor is malformed */
function readInstantCursor(cursor: string): CursorPosition {
  const parsed = parseCursor(cursor)
  if (!parsed.success) throw new Refusal('invalid', 'malformed', { fields: { cursor: 'notAnId' } })
  const [at, id] = parsed.data
  return { at, id }
}

/** Columns by which lists are sorted by time; the id breaks ties. */
type InstantColumn = 'at' | 'createdAt' | 'startsAt'
type IdColumn = 'id' | 'studentId'

/**
 * Prisma condition for the rows beyond a cursor in an ascending (`gt`) or descending (`lt`) list.
 * @throws Refusal `invalid` if the cursor is malformed
 */
export function beyondCursor(
  cursor: string | undefined,
  column: InstantColumn,
  direction: 'gt' | 'lt',
  idColumn: IdColumn = 'id',
) {
  if (!cursor) return {}
  const { at, id } = readInstantCursor(cursor)
  // The first condition alone lets PostgreSQL start at the right position of the index.
  return {
    [column]: { [`${direction}e`]: at },
    OR: [{ [column]: { [direction]: at } }, { [idColumn]: { [direction]: id } }],
  }
}
