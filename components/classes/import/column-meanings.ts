import type { ColumnMeaning } from '#lib/classes/import/api.ts'

/** The possible meanings of a column, in the order of the menu. */
export const COLUMN_MEANINGS: ColumnMeaning[] = ['email', 'name', 'firstName', 'lastName', 'seatKind']
