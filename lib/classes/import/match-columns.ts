import type { ColumnMeaning } from './api.ts'
import { normaliseWord, parseSeatKind } from './parse-seat-kind.ts'

/** Index of the column of each meaning, counted from 0. */
export type Columns = Partial<Record<ColumnMeaning, number>>

const headers: [ColumnMeaning, RegExp][] = [
  ['email', /\b(e ?)?mail\b|\bemail|\bmail(adresse)?\b|courriel|correo|adresse electronique/],
  ['firstName', /^(first|given) ?name\b|^fore ?name|^vorname\b(?!.*nach)|^prenom\b(?!.*nom)|^ruf ?name/],
  ['lastName', /^(last|family|sur) ?name|^nachname|^(familien|zu) ?name|^apellidos?\b|^nom de famille/],
  ['name', /name|^nom\b|^nombre|student|schuler|teilnehme|participant|eleve|alumn|person|etudiant/],
]

/**
 * Guesses the meaning of a table's columns from their names (English, German, French, Spanish) and first rows. Seat
 * kinds are recognised by the values only: a column called "Ort" can be a town.
 */
export function matchColumns(names: string[] | null, rows: string[][]): Columns {
  const width = Math.max(names?.length ?? 0, ...rows.map((cells) => cells.length))
  const columns: Columns = {}
  const free = () => [...Array(width).keys()].filter((at) => !Object.values(columns).includes(at))
  const find = (test: (at: number) => boolean) => free().find(test)
  const said = (at: number) => rows.map((cells) => cells[at] ?? '').filter(Boolean)
  const mostly = (at: number, test: (cell: string) => boolean) =>
    said(at).filter(test).length * 2 > said(at).length

  set('email', find((at) => mostly(at, (cell) => cell.includes('@'))) ?? byName('email'))
  set(
    'seatKind',
    find((at) => mostly(at, (cell) => parseSeatKind(cell) !== null)),
  )
  for (const [meaning] of headers.slice(1)) set(meaning, byName(meaning))
  // The French "nom" beside "prénom" is the last name; the Spanish "nombre" beside "apellidos" is the first name.
  if (columns.name !== undefined && columns.firstName !== undefined && columns.lastName === undefined) {
    columns.lastName = columns.name
    delete columns.name
  }
  if (columns.name !== undefined && columns.lastName !== undefined && columns.firstName === undefined) {
    columns.firstName = columns.name
    delete columns.name
  }
  if (columns.firstName !== undefined && columns.lastName !== undefined) delete columns.name
  if (names === null)
    set(
      'name',
      find((at) => mostly(at, (cell) => /^\p{L}[\p{L}\p{M}\p{N} .,'’-]+$/u.test(cell))),
    )
  return columns

  function set(meaning: ColumnMeaning, at: number | undefined): void {
    if (at !== undefined && columns[meaning] === undefined) columns[meaning] = at
  }

  function byName(meaning: ColumnMeaning): number | undefined {
    const pattern = headers.find(([one]) => one === meaning)?.[1]
    return find((at) => pattern?.test(normaliseWord(names?.[at] ?? '')) ?? false)
  }
}
