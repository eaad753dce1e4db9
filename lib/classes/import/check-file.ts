import 'server-only'
import { randomUUID } from 'node:crypto'
import type { SystemContext } from '#lib/context/context.ts'
import type { ClassId } from '#lib/kernel/ids.ts'
import type { CleanedField, SeatKind } from './api.ts'
import { type Entry, type Fault, findAccountFaults, findFormatFaults, readEntry } from './check-rows.ts'
import type { FileFormat } from './inspect-file.ts'
import { type Row, readTable } from './read-table.ts'
import {
  type AccountFacts,
  createStagingTable,
  findAccounts,
  type StagedRow,
  stageRows,
} from './staged-rows.ts'
import type { TempFile } from './temp-file.ts'

export type FaultyEntry = { entry: Entry; faults: Fault[] }
export type GoodEntry = StagedRow & { to: number; cleaned: readonly CleanedField[] }
export type Checked = { good: GoodEntry[]; faulty: FaultyEntry[] }

type Check = { file: TempFile; reading: FileFormat; classId: ClassId; everybody: SeatKind }

/**
 * Checks a file's rows in batches, within a transaction, and stages the good ones. Writes nothing else.
 * @throws Refusal `invalid` if the file cannot be read as a table in UTF-8
 */
export async function* checkFile(
  context: Pick<SystemContext, 'database'>,
  { file, reading, classId, everybody }: Check,
): AsyncGenerator<Checked> {
  const { delimiter, header, columns, width } = reading
  await createStagingTable(context)
  let isHeaderSkipped = !header
  for await (const rows of readTable(file.read(), delimiter)) {
    const batch = isHeaderSkipped ? rows : rows.slice(1)
    isHeaderSkipped = true
    const entries = batch.map((row: Row) => readEntry(row, columns, everybody))
    const checked = await checkBatch(context, classId, entries, width)
    if (checked.good.length > 0) await stageRows(context, checked.good)
    yield checked
  }
}

async function checkBatch(
  context: Pick<SystemContext, 'database'>,
  classId: ClassId,
  entries: Entry[],
  width: number,
): Promise<Checked> {
  const checked: Checked = { good: [], faulty: [] }
  const formFaults = entries.map((entry) => findFormatFaults(entry, width))
  const hasAddress = (at: number) => formFaults[at]?.every(({ field }) => field !== 'email') ?? false
  const withAddress = entries.filter((_, at) => hasAddress(at))
  const found = await findAccounts(context, classId, [...new Set(withAddress.map(({ email }) => email))])
  const facts = new Map(found.map((fact) => [fact.email, fact]))
  const lines = new Map<string, number>()
  for (const [at, entry] of entries.entries()) {
    const known = facts.get(entry.email)
    const earlierLine = known?.earlierLine ?? lines.get(entry.email)
    const ofFacts = hasAddress(at)
      ? findAccountFaults(entry, { known: isPerson(known) ? known : undefined, earlierLine })
      : []
    const faults = [...(formFaults[at] ?? []), ...ofFacts]
    const { seatKind } = entry
    if (faults.length > 0 || seatKind === null) {
      checked.faulty.push({ entry, faults: onePerField(faults) })
      continue
    }
    lines.set(entry.email, entry.from)
    checked.good.push(toStagedRow(entry, seatKind, known))
  }
  return checked
}

function isPerson(facts: AccountFacts | undefined): facts is AccountFacts & { id: string } {
  return facts !== undefined && facts.id !== null
}

function onePerField(faults: Fault[]): Fault[] {
  return faults.filter(({ field }, at) => faults.findIndex((fault) => fault.field === field) === at)
}

function toStagedRow(
  { from, to, email, name, cleaned }: Entry,
  kind: SeatKind,
  known: AccountFacts | undefined,
): GoodEntry {
  const person = isPerson(known) ? known : null
  const status = person === null ? 'new' : person.enrolled ? 'enrolled' : 'known'
  // The school's name of a known person takes precedence over the file's.
  const displayName = person?.name ?? name
  const studentId = person?.id ?? randomUUID()
  const cleanedFields = person ? cleaned.filter((field) => field !== 'name') : cleaned
  return { line: from, to, email, name: displayName, kind, status, studentId, cleaned: cleanedFields }
}
