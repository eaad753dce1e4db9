import type { ColumnMeaning } from '#lib/classes/import/api.ts'

/**
 * A row's cells with one value changed; a full name goes into the first column with names. Null if no column of the
 * table has that meaning.
 */
export function changeCells(
  cells: string[],
  meanings: (ColumnMeaning | null)[],
  field: 'email' | 'name' | 'seatKind',
  value: string,
): string[] | null {
  const [column = -1, ...others] = columnsOf(field).flatMap((meaning) => {
    const at = meanings.indexOf(meaning)
    return at < 0 ? [] : [at]
  })
  if (column < 0) return null
  const changed = Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) => cells[at] ?? '')
  changed[column] = value
  for (const other of others) if (other < changed.length) changed[other] = ''
  return changed
}

function columnsOf(field: 'email' | 'name' | 'seatKind'): ColumnMeaning[] {
  return field === 'name' ? ['name', 'firstName', 'lastName'] : [field]
}

/** The value in the column with that meaning. */
export function valueIn(cells: string[], meanings: (ColumnMeaning | null)[], meaning: ColumnMeaning): string {
  return cells[meanings.indexOf(meaning)]?.trim() ?? ''
}

/** The full name, from one or more columns. */
export function nameIn(cells: string[], meanings: (ColumnMeaning | null)[]): string {
  return columnsOf('name')
    .map((meaning) => valueIn(cells, meanings, meaning))
    .filter(Boolean)
    .join(' ')
}
