import { email as emailSchema } from '#lib/identity/api.ts'
import { hasAsciiLocalPart } from '#lib/identity/normalise-email.ts'
import { cleanLine } from '#lib/kernel/clean-text.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import type rowFaults from '#messages/en/rowFaults.json'
import type { CleanedField, SeatKind } from './api.ts'
import type { Columns } from './match-columns.ts'
import { parseSeatKind } from './parse-seat-kind.ts'
import { readAddress } from './read-address.ts'
import type { Row } from './read-table.ts'

/** The person described by a row. */
export type Entry = Row & {
  email: string
  /** The e-mail as in the file, after cleaning. */
  emailText: string
  isAddress: boolean
  name: string
  /** null if the text is neither. */
  seatKind: SeatKind | null
  seatKindText: string
  /** Fields that differ from the file. */
  cleaned: readonly CleanedField[]
}

export type Fault = {
  field: 'email' | 'name' | 'seatKind' | 'row'
  /** A key of messages/en/rowFaults.json. */
  reason: keyof typeof rowFaults
  values?: Record<string, string | number>
}

/** The account of an address. */
export type AccountStatus = {
  role: string
  disabled: boolean
  erased: boolean
}

const LONGEST_SAID = 60
// Shared by all rows, to save memory: there are thousands, and few are cleaned.
const NONE: readonly CleanedField[] = []
const EMAIL_ONLY: readonly CleanedField[] = ['email']
const NAME_ONLY: readonly CleanedField[] = ['name']
const BOTH: readonly CleanedField[] = ['email', 'name']

/**
 * Reads a row by its columns. Without a column of seat kinds, `defaultSeatKind` applies. A name beside the address is
 * used if the row has no other.
 */
export function readEntry(row: Row, columns: Columns, defaultSeatKind: SeatKind): Entry {
  const cell = (at: number | undefined) => (at === undefined ? '' : (row.cells[at] ?? '')).trim()
  const emailCell = cell(columns.email)
  const { address, name: nameWithAddress } = readAddress(emailCell)
  const parsed = emailSchema.safeParse(address)
  const nameCell = [columns.name, columns.firstName, columns.lastName].map(cell).filter(Boolean).join(' ')
  const name = cleanLine(nameCell)
  const seatKindText = cell(columns.seatKind)
  return {
    ...row,
    email: parsed.success ? parsed.data : address.toLowerCase(),
    emailText: address,
    isAddress: parsed.success,
    name: name || nameWithAddress,
    seatKind: columns.seatKind === undefined ? defaultSeatKind : parseSeatKind(seatKindText),
    seatKindText,
    cleaned: cleanedFields(address !== emailCell, name !== nameCell),
  }
}

function cleanedFields(email: boolean, name: boolean): readonly CleanedField[] {
  if (!email) return name ? NAME_ONLY : NONE
  return name ? BOTH : EMAIL_ONLY
}

/** Format faults of an entry. `width`: the number of cells per row of the table. */
export function findFormatFaults(entry: Entry, width: number): Fault[] {
  const faults: Fault[] = []
  const beyond = entry.cells.slice(width).find((cell) => cell !== '')
  if (beyond !== undefined)
    faults.push({
      field: 'row',
      reason: 'tooWide',
      values: { cell: truncate(beyond), cells: entry.cells.length, columns: width },
    })
  const address = entry.isAddress ? null : findAddressFault(entry.emailText)
  if (address) faults.push({ field: 'email', reason: address, values: { cell: truncate(entry.emailText) } })
  const { name } = entry
  if (name.length > MAX_LENGTH.name)
    faults.push({
      field: 'name',
      reason: 'nameTooLong',
      values: { cell: truncate(name), length: name.length, most: MAX_LENGTH.name },
    })
  if (entry.seatKind === null) {
    const { seatKindText: said } = entry
    faults.push(
      said
        ? { field: 'seatKind', reason: 'seatKindUnknown', values: { cell: truncate(said) } }
        : { field: 'seatKind', reason: 'seatKindMissing' },
    )
  }
  return faults
}

/** Why the text is not an address. */
function findAddressFault(address: string): Fault['reason'] {
  if (address === '') return 'emailMissing'
  const [, domain, ...rest] = address.split('@')
  if (domain === undefined) return 'emailWithoutAt'
  if (rest.length > 0) return 'emailManyAts'
  if (/\s/.test(address)) return 'emailHasSpace'
  if (!/\.[^.]+$/.test(domain)) return 'emailWithoutEnding'
  return hasAsciiLocalPart(address) ? 'emailMalformed' : 'emailNotAscii'
}

/** The beginning of a cell's text, for a fault's message. */
function truncate(cellText: string): string {
  const line = cleanLine(cellText)
  return line.length > LONGEST_SAID ? `${line.slice(0, LONGEST_SAID).trimEnd()}…` : line
}

/** Faults of an entry that depend on existing accounts and earlier rows of the file. */
export function findAccountFaults(
  { name, emailText }: Entry,
  { known, earlierLine }: { known: AccountStatus | undefined; earlierLine: number | undefined },
): Fault[] {
  const withCell = (values = {}) => ({ cell: truncate(emailText), ...values })
  if (earlierLine !== undefined)
    return [{ field: 'email', reason: 'emailRepeated', values: withCell({ line: earlierLine }) }]
  if (!known) return name === '' ? [{ field: 'name', reason: 'nameMissing', values: withCell() }] : []
  if (known.role !== 'STUDENT') return [{ field: 'email', reason: 'notAStudent', values: withCell() }]
  if (known.disabled || known.erased) return [{ field: 'email', reason: 'mayNotSignIn', values: withCell() }]
  return []
}
