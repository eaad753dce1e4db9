import { email as emailSchema } from '#lib/identity/api.ts'
import { hasAsciiLocalPart } from '#lib/identity/stored-email.ts'
import { cleanLine } from '#lib/kernel/clean-text.ts'
import type rowFaults from '#messages/en/rowFaults.json'
import type { CleanedField, Place } from './api.ts'
import type { Columns } from './match-columns.ts'
import { readAddress } from './read-address.ts'
import type { Row } from './read-table.ts'
import { placeOf } from './words.ts'

/** What a row says of one person. */
export type Entry = Row & {
  email: string
  /** The e-mail as the file has it, but for what was cleaned. */
  emailSaid: string
  isAddress: boolean
  name: string
  /** null where the word for it says neither. */
  place: Place | null
  placeSaid: string
  /** What is not as the file has it. */
  cleaned: readonly CleanedField[]
}

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
const LONGEST_SAID = 60
// Shared by all rows: there are thousands, and few are cleaned.
const NONE: readonly CleanedField[] = []
const EMAIL_ONLY: readonly CleanedField[] = ['email']
const NAME_ONLY: readonly CleanedField[] = ['name']
const BOTH: readonly CleanedField[] = ['email', 'name']

/**
 * What a row says, by its columns; without a column of places everybody sits where `everybody` says. A name that stands
 * with the address counts where there is no other.
 */
export function readEntry(row: Row, columns: Columns, everybody: Place): Entry {
  const cell = (at: number | undefined) => (at === undefined ? '' : (row.cells[at] ?? '')).trim()
  const emailCell = cell(columns.email)
  const { address, name: nameWithAddress } = readAddress(emailCell)
  const parsed = emailSchema.safeParse(address)
  const nameCell = [columns.name, columns.firstName, columns.lastName].map(cell).filter(Boolean).join(' ')
  const name = cleanLine(nameCell)
  const placeSaid = cell(columns.place)
  return {
    ...row,
    email: parsed.success ? parsed.data : address.toLowerCase(),
    emailSaid: address,
    isAddress: parsed.success,
    name: name || nameWithAddress,
    place: columns.place === undefined ? everybody : placeOf(placeSaid),
    placeSaid,
    cleaned: cleanedFields(address !== emailCell, name !== nameCell),
  }
}

function cleanedFields(email: boolean, name: boolean): readonly CleanedField[] {
  if (!email) return name ? NAME_ONLY : NONE
  return name ? BOTH : EMAIL_ONLY
}

/** What is wrong with an entry by itself. `width`: how many cells the table has in a row. */
export function faultsOfForm(entry: Entry, width: number): Fault[] {
  const faults: Fault[] = []
  const beyond = entry.cells.slice(width).find((cell) => cell !== '')
  if (beyond !== undefined)
    faults.push({
      field: 'row',
      reason: 'tooWide',
      values: { said: shortened(beyond), cells: entry.cells.length, columns: width },
    })
  const address = entry.isAddress ? null : faultOfAddress(entry.emailSaid)
  if (address) faults.push({ field: 'email', reason: address, values: { said: shortened(entry.emailSaid) } })
  const { name } = entry
  if (name.length > LONGEST_NAME)
    faults.push({
      field: 'name',
      reason: 'nameTooLong',
      values: { said: shortened(name), length: name.length, most: LONGEST_NAME },
    })
  if (entry.place === null) {
    const { placeSaid: said } = entry
    faults.push(
      said
        ? { field: 'place', reason: 'placeNeither', values: { said: shortened(said) } }
        : { field: 'place', reason: 'placeMissing' },
    )
  }
  return faults
}

/** Why it is no address. */
function faultOfAddress(address: string): Fault['reason'] {
  if (address === '') return 'emailMissing'
  const [, domain, ...rest] = address.split('@')
  if (domain === undefined) return 'emailWithoutAt'
  if (rest.length > 0) return 'emailTwice'
  if (/\s/.test(address)) return 'emailBlank'
  if (!/\.[^.]+$/.test(domain)) return 'emailWithoutEnding'
  return hasAsciiLocalPart(address) ? 'emailMalformed' : 'emailNotAscii'
}

/** The beginning of what a cell says, for a sentence. */
function shortened(said: string): string {
  const line = cleanLine(said)
  return line.length > LONGEST_SAID ? `${line.slice(0, LONGEST_SAID).trimEnd()}…` : line
}

/** What is wrong with an entry beside what the school knows and what the file said before. */
export function faultsOfFacts(
  { name, emailSaid }: Entry,
  { known, earlierLine }: { known: Known | undefined; earlierLine: number | undefined },
): Fault[] {
  const saying = (values = {}) => ({ said: shortened(emailSaid), ...values })
  if (earlierLine !== undefined)
    return [{ field: 'email', reason: 'emailAgain', values: saying({ line: earlierLine }) }]
  if (!known) return name === '' ? [{ field: 'name', reason: 'nameMissing', values: saying() }] : []
  if (known.role !== 'STUDENT') return [{ field: 'email', reason: 'noStudent', values: saying() }]
  if (known.disabled || known.erased) return [{ field: 'email', reason: 'mayNotSignIn', values: saying() }]
  return []
}
