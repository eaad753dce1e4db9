import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { displayEmail } from '#lib/identity/display-email.ts'
import type { InputOf } from '#lib/kernel/endpoint.ts'
import type {
  ColumnMeaning,
  FaultyRow,
  FileColumn,
  GoodRow,
  ImportPreview,
  previewImportEndpoint,
} from './api.ts'
import { checkFile, type FaultyEntry, type GoodEntry } from './check-file.ts'
import { explainFault } from './explain-fault.ts'
import {
  countFreeSeats,
  fileFormatFor,
  findImportClass,
  type ImportClass,
  seatKindsOf,
} from './find-import-class.ts'
import type { FileFormat } from './inspect-file.ts'
import { parseSeatKind } from './parse-seat-kind.ts'
import { countRows, emptyRowCounts, type RowCounts } from './row-counts.ts'
import { type TempFile, withTempFile } from './temp-file.ts'

const MAX_FAULTY = 200
const MAX_GOOD = 20
const MAX_CLEANED = 20
const SAMPLES = 3

type Shown = { rowCounts: RowCounts; faulty: FaultyEntry[]; good: GoodEntry[] }

/**
 * Previews an import row by row, with the given or guessed columns. Writes nothing.
 * @throws Refusal `not_found`, `forbidden`, `invalid` if the file as a whole cannot be read
 */
export async function previewImport(
  context: Context,
  { classId, file, sheet, ...query }: InputOf<typeof previewImportEndpoint>,
): Promise<ImportPreview> {
  const course = await findImportClass(context, classId)
  return withTempFile({ sent: file, sheet }, async (file) => {
    const { reading, everybody } = fileFormatFor(course, query, file)
    const shown = await inTransaction(context, async (context) => {
      const shown: Shown = { rowCounts: emptyRowCounts(), faulty: [], good: [] }
      for await (const lot of checkFile(context, { file, reading, classId, everybody })) {
        countRows(shown.rowCounts, lot)
        shown.faulty.push(...lot.faulty.slice(0, MAX_FAULTY - shown.faulty.length))
        const good = lot.good.slice(0, MAX_GOOD - shown.good.length)
        const cleaned = lot.good.slice(good.length).filter((row) => row.cleaned.length > 0)
        shown.good.push(
          ...good,
          ...cleaned.slice(0, MAX_GOOD + MAX_CLEANED - shown.good.length - good.length),
        )
      }
      return shown
    })
    const preview = present(course, reading, shown, await countFreeSeats(context, classId, course))
    return { ...preview, workbook: await presentWorkbook(file) }
  })
}

function present(
  course: ImportClass,
  reading: FileFormat,
  { rowCounts, faulty, good }: Shown,
  free: Awaited<ReturnType<typeof countFreeSeats>>,
): Omit<ImportPreview, 'workbook'> {
  const { requested, ...counts } = rowCounts
  return {
    delimiter: reading.delimiter,
    header: reading.header,
    columns: Array.from({ length: reading.width }, (_, at) => presentColumn(reading, at)),
    counts: { ...counts, ready: rowCounts.new + rowCounts.known },
    seats: seatKindsOf(course).map((place) => ({
      kind: place,
      free: free[place],
      requested: requested[place],
      waitlisted: Math.max(requested[place] - free[place], 0),
    })),
    faulty: faulty.map(presentFaulty),
    good: good.map(presentGood),
  }
}

async function presentWorkbook({ workbook, read }: TempFile): Promise<ImportPreview['workbook']> {
  if (!workbook) return null
  const text = Buffer.concat(await Array.fromAsync(read())).toString()
  return { ...workbook, text }
}

function presentColumn({ columnNames, sampleRows, columns }: FileFormat, at: number): FileColumn {
  const said = [...new Set(sampleRows.map((cells) => cells[at] ?? '').filter(Boolean))]
  const means = (Object.keys(columns) as ColumnMeaning[]).find((meaning) => columns[meaning] === at) ?? null
  const values = means === 'seatKind' ? said.map((value) => ({ value, seatKind: parseSeatKind(value) })) : []
  return {
    name: columnNames ? (columnNames[at] ?? '') : null,
    samples: said.slice(0, SAMPLES),
    meaning: means,
    values,
  }
}

function presentFaulty({ entry, faults }: FaultyEntry): FaultyRow {
  const { from, to, cells, email, name, seatKind, seatKindText, cleaned } = entry
  return {
    lines: { from, to },
    cells,
    email: displayEmail(email),
    name,
    seatKind,
    seatKindText,
    cleaned: [...cleaned],
    faults: faults.map(explainFault),
  }
}

function presentGood({ line, to, email, name, kind, status, cleaned }: GoodEntry): GoodRow {
  return {
    lines: { from: line, to },
    email: displayEmail(email),
    name,
    seatKind: kind,
    status,
    cleaned: [...cleaned],
  }
}
