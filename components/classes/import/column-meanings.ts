import type { ColumnMeaning } from '#lib/classes/import/api.ts'

/** What a column can mean, as it is offered. */
export const COLUMN_MEANINGS: ColumnMeaning[] = ['email', 'name', 'firstName', 'lastName', 'seatKind']
