import type { Meaning } from '#lib/classes/import/api.ts'

/**
 * A row's cells with one thing changed; a whole name goes into the first column of names. Null where no column of the
 * table means it.
 */
export function changeCells(
  cells: string[],
  means: (Meaning | null)[],
  field: 'email' | 'name' | 'place',
  value: string,
): string[] | null {
  const [column = -1, ...others] = columnsOf(field).flatMap((meaning) => {
    const at = means.indexOf(meaning)
    return at < 0 ? [] : [at]
  })
  if (column < 0) return null
  const changed = Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) => cells[at] ?? '')
  changed[column] = value
  for (const other of others) if (other < changed.length) changed[other] = ''
  return changed
}

function columnsOf(field: 'email' | 'name' | 'place'): Meaning[] {
  return field === 'name' ? ['name', 'firstName', 'lastName'] : [field]
}

/** What stands in the column of that meaning. */
export function valueIn(cells: string[], means: (Meaning | null)[], meaning: Meaning): string {
  return cells[means.indexOf(meaning)]?.trim() ?? ''
}

/** The whole name, from one column or more. */
export function nameIn(cells: string[], means: (Meaning | null)[]): string {
  return columnsOf('name')
    .map((meaning) => valueIn(cells, means, meaning))
    .filter(Boolean)
    .join(' ')
}
