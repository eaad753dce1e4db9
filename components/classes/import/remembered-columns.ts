import type { ImportPreview, Meaning } from '#lib/classes/import/api.ts'
import { MEANINGS } from './meanings.ts'

const KEY = 'import-columns'
const MOST = 200

type Remembered = Record<string, Meaning | null>

/** What the file's columns meant the last time that columns with these names were matched, else what is guessed. */
export function recallMeanings({ columns }: ImportPreview): (Meaning | null)[] {
  const remembered = read()
  const known = columns.every(({ name }) => name !== null && name in remembered)
  return columns.map(({ name, means }) => (known && name !== null ? (remembered[name] ?? null) : means))
}

/** Keeps what columns mean for the next file with columns of these names. */
export function rememberMeanings({ columns }: ImportPreview, means: (Meaning | null)[]): void {
  const named = columns.flatMap(({ name }, at) => (name === null ? [] : [[name, means[at] ?? null] as const]))
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
      entries.map(([name, value]) => [name, MEANINGS.find((one) => one === value) ?? null]),
    )
  } catch {
    return {}
  }
}
