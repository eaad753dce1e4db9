import type { ColumnMeaning, ImportPreview } from '#lib/classes/import/api.ts'
import { COLUMN_MEANINGS } from './column-meanings.ts'

const KEY = 'import-columns'
const MOST = 200

type Remembered = Record<string, ColumnMeaning | null>

/** The stored meanings for columns with these names; without them, the guessed meanings. */
export function recallMeanings({ columns }: ImportPreview): (ColumnMeaning | null)[] {
  const remembered = read()
  const known = columns.every(({ name }) => name !== null && name in remembered)
  return columns.map(({ name, meaning }) => (known && name !== null ? (remembered[name] ?? null) : meaning))
}

/** Stores the meanings of named columns for the next file. */
export function rememberMeanings({ columns }: ImportPreview, meanings: (ColumnMeaning | null)[]): void {
  const named = columns.flatMap(({ name }, at) =>
    name === null ? [] : [[name, meanings[at] ?? null] as const],
  )
  const all = Object.entries({ ...read(), ...Object.fromEntries(named) })
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(all.slice(-MOST))))
  } catch {
    // Without browser storage the meanings of the next file are guessed.
  }
}

function read(): Remembered {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    const entries = Object.entries(kept ?? {})
    return Object.fromEntries(
      entries.map(([name, value]) => [name, COLUMN_MEANINGS.find((one) => one === value) ?? null]),
    )
  } catch {
    return {}
  }
}
