import 'server-only'
import { randomUUID } from 'node:crypto'
import type { SystemContext } from '#lib/context/context.ts'
import type { ClassId } from '#lib/kernel/ids.ts'
import type { CleanedField, Place } from './api.ts'
import { type Entry, type Fault, faultsOfFacts, faultsOfForm, readEntry } from './check-rows.ts'
import type { KeptFile } from './kept-file.ts'
import type { Reading } from './look-at-file.ts'
import { type Row, readTable } from './read-table.ts'
import { createStage, type Facts, findFacts, type StagedRow, stageRows } from './staged-rows.ts'

export type FaultyEntry = { entry: Entry; faults: Fault[] }
export type GoodEntry = StagedRow & { to: number; cleaned: readonly CleanedField[] }
export type Checked = { good: GoodEntry[]; faulty: FaultyEntry[] }

type Check = { file: KeptFile; reading: Reading; classId: ClassId; everybody: Place }

/**
 * Checks a file's rows within a transaction, lot by lot; the good ones are staged. Nothing is written but that.
 * @throws Refusal `invalid` where the file cannot be read as a table of UTF-8
 */
export async function* checkFile(
  context: Pick<SystemContext, 'database'>,
  { file, reading, classId, everybody }: Check,
): AsyncGenerator<Checked> {
  const { delimiter, header, columns, width } = reading
  await createStage(context)
  let headed = !header
  for await (const rows of readTable(file.read(), delimiter)) {
    const lot = headed ? rows : rows.slice(1)
    headed = true
    const entries = lot.map((row: Row) => readEntry(row, columns, everybody))
    const checked = await checkLot(context, classId, entries, width)
    if (checked.good.length > 0) await stageRows(context, checked.good)
    yield checked
  }
}

async function checkLot(
  context: Pick<SystemContext, 'database'>,
  classId: ClassId,
  entries: Entry[],
  width: number,
): Promise<Checked> {
  const checked: Checked = { good: [], faulty: [] }
  const formFaults = entries.map((entry) => faultsOfForm(entry, width))
  const hasAddress = (at: number) => formFaults[at]?.every(({ field }) => field !== 'email') ?? false
  const asked = entries.filter((_, at) => hasAddress(at))
  const found = await findFacts(context, classId, [...new Set(asked.map(({ email }) => email))])
  const facts = new Map(found.map((fact) => [fact.email, fact]))
  const lines = new Map<string, number>()
  for (const [at, entry] of entries.entries()) {
    const known = facts.get(entry.email)
    const earlierLine = known?.earlierLine ?? lines.get(entry.email)
    const ofFacts = hasAddress(at)
      ? faultsOfFacts(entry, { known: isPerson(known) ? known : undefined, earlierLine })
      : []
    const faults = [...(formFaults[at] ?? []), ...ofFacts]
    const { place } = entry
    if (faults.length > 0 || place === null) {
      checked.faulty.push({ entry, faults: onePerField(faults) })
      continue
    }
    lines.set(entry.email, entry.from)
    checked.good.push(staged(entry, place, known))
  }
  return checked
}

function isPerson(facts: Facts | undefined): facts is Facts & { id: string } {
  return facts !== undefined && facts.id !== null
}

function onePerField(faults: Fault[]): Fault[] {
  return faults.filter(({ field }, at) => faults.findIndex((fault) => fault.field === field) === at)
}

function staged({ from, to, email, name, cleaned }: Entry, kind: Place, known: Facts | undefined): GoodEntry {
  const person = isPerson(known) ? known : null
  const standing = person === null ? 'new' : person.enrolled ? 'already' : 'known'
  // People are called as the school knows them, whatever the file says.
  const called = person?.name ?? name
  const studentId = person?.id ?? randomUUID()
  const shown = person ? cleaned.filter((field) => field !== 'name') : cleaned
  return { line: from, to, email, name: called, kind, standing, studentId, cleaned: shown }
}
