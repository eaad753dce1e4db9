import { z } from 'zod'
import { instant } from './fields.ts'
import { Refusal } from './refusal.ts'

/** A place in a list that is sorted by an instant, and by id within one. */
type CursorPosition = { at: Date; id: string }

const cursorPosition = z.tuple([instant, z.uuid()])

function parseCursor(cursor: string) {
  return cursorPosition.safeParse(cursor.split('_'))
}

/** The cursor of a place: the list goes on behind it. */
export function instantCursor({ at, id }: CursorPosition): string {
  return `${at.toISOString()}_${id}`
}

export function isInstantCursor(cursor: string): boolean {
  return parseCursor(cursor).success
}

/** The place of a cursor. @throws Refusal `invalid` where it is none */
function readInstantCursor(cursor: string): CursorPosition {
  const parsed = parseCursor(cursor)
  if (!parsed.success) throw new Refusal('invalid', 'malformed', { fields: { cursor: 'notAnId' } })
  const [at, id] = parsed.data
  return { at, id }
}

/** Lists by time have the instant, and what tells rows of one instant apart, in one of these columns. */
type InstantColumn = 'at' | 'createdAt' | 'startsAt'
type IdColumn = 'id' | 'studentId'

/**
 * What lies behind a cursor's place in a list that goes up (`gt`) or down (`lt`), as a condition for Prisma.
 * @throws Refusal `invalid` where the cursor is none
 */
export function beyondCursor(
  cursor: string | undefined,
  column: InstantColumn,
  direction: 'gt' | 'lt',
  idColumn: IdColumn = 'id',
) {
  if (!cursor) return {}
  const { at, id } = readInstantCursor(cursor)
  // The first condition alone lets PostgreSQL begin at the right place of the index.
  return {
    [column]: { [`${direction}e`]: at },
    OR: [{ [column]: { [direction]: at } }, { [idColumn]: { [direction]: id } }],
  }
}
