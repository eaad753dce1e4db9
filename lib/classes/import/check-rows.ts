import { email as emailSchema } from '#lib/identity/api.ts'
import type rowFaults from '#messages/en/rowFaults.json'
import type { Place } from './api.ts'
import type { Columns } from './match-columns.ts'
import type { Row } from './read-table.ts'
import { placeOf } from './words.ts'

/** What a row says of one person; `place` is null where the word for it says neither. */
export type Entry = Row & { email: string; name: string; place: Place | null; placeSaid: string }

export type Fault = {
  field: 'email' | 'name' | 'place' | 'row'
  /** A key of messages/en/rowFaults.json. */
  reason: keyof typeof rowFaults
  values?: Record<string, string | number>
}

/** What the school knows of an address. */
export type Known = {
  role: string
  disabled: boolean
  erased: boolean
}

const LONGEST_NAME = 120
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f]/

/** What a row says, by its columns; without a column of places everybody sits where `everybody` says. */
export function readEntry(row: Row, columns: Columns, everybody: Place): Entry {
  const cell = (at: number | undefined) => (at === undefined ? '' : (row.cells[at] ?? '')).trim()
  const names = [columns.name, columns.firstName, columns.lastName].map(cell)
  const placeSaid = cell(columns.place)
  return {
    ...row,
    email: cell(columns.email).toLowerCase(),
    name: names.filter(Boolean).join(' ').replace(/\s+/g, ' '),
    place: columns.place === undefined ? everybody : placeOf(placeSaid),
    placeSaid,
  }
}

/** What is wrong with an entry by itself. `width`: how many cells the table has in a row. */
export function faultsOfForm(entry: Entry, width: number): Fault[] {
  const faults: Fault[] = []
  const beyond = entry.cells.slice(width).some((cell) => cell !== '')
  if (beyond)
    faults.push({ field: 'row', reason: 'tooWide', values: { cells: entry.cells.length, columns: width } })
  const address = faultOfAddress(entry.email)
  if (address) faults.push({ field: 'email', reason: address })
  if (entry.name.length > LONGEST_NAME) faults.push({ field: 'name', reason: 'nameTooLong' })
  if (CONTROL_CHARACTERS.test(entry.name)) faults.push({ field: 'name', reason: 'nameUnkeepable' })
  if (entry.place === null) {
    const { placeSaid: said } = entry
    faults.push(
      said
        ? { field: 'place', reason: 'placeNeither', values: { said } }
        : { field: 'place', reason: 'placeMissing' },
    )
  }
  return faults
}

function faultOfAddress(address: string): Fault['reason'] | null {
  if (address === '') return 'emailMissing'
  const [, domain, ...rest] = address.split('@')
  if (domain === undefined) return 'emailWithoutAt'
  if (rest.length > 0) return 'emailTwice'
  if (/\s/.test(address)) return 'emailBlank'
  if (!/\.[^.]+$/.test(domain)) return 'emailWithoutEnding'
  return emailSchema.safeParse(address).success ? null : 'emailMalformed'
}

/** What is wrong with an entry beside what the school knows and what the file said before. */
export function faultsOfFacts(
  { name }: Entry,
  { known, earlierLine }: { known: Known | undefined; earlierLine: number | undefined },
): Fault[] {
  if (earlierLine !== undefined)
    return [{ field: 'email', reason: 'emailAgain', values: { line: earlierLine } }]
  if (!known) return name === '' ? [{ field: 'name', reason: 'nameMissing' }] : []
  if (known.role !== 'STUDENT') return [{ field: 'email', reason: 'noStudent' }]
  if (known.disabled || known.erased) return [{ field: 'email', reason: 'mayNotSignIn' }]
  return []
}
