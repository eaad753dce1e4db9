import type { ColumnMeaning, ImportPreview } from '#lib/classes/import/api.ts'
import { COLUMN_MEANINGS } from './column-meanings.ts'

const KEY = 'import-columns'
const MOST = 200

type Remembered = Record<string, ColumnMeaning | null>

/** What the file's columns meant the last time that columns with these names were matched, else what is guessed. */
export function recallMeanings({ columns }: ImportPreview): (ColumnMeaning | null)[] {
  const remembered = read()
  const known = columns.every(({ name }) => name !== null && name in remembered)
  return columns.map(({ name, meaning }) => (known && name !== null ? (remembered[name] ?? null) : meaning))
}

/** Keeps what columns mean for the next file with columns of these names. */
export function rememberMeanings({ columns }: ImportPreview, meanings: (ColumnMeaning | null)[]): void {
  const named = columns.flatMap(({ name }, at) =>
    name === null ? [] : [[name, meanings[at] ?? null] as const],
  )
  const all = Object.entries({ ...read(), ...Object.fromEntries(named) })
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(all.slice(-MOST))))
  } catch {
    // A browser that keeps nothing: the next file is guessed.
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
