import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { shownEmail } from '#lib/identity/shown-email.ts'
import type { InputOf } from '#lib/kernel/endpoint.ts'
import type {
  ColumnOfFile,
  FaultyRow,
  GoodRow,
  ImportPreview,
  Meaning,
  previewImportEndpoint,
} from './api.ts'
import { checkFile, type FaultyEntry, type GoodEntry } from './check-file.ts'
import { explainFault } from './explain-fault.ts'
import { type Course, findCourse, freePlaces, placesOf, readingFor } from './find-course.ts'
import { type KeptFile, withKeptFile } from './kept-file.ts'
import type { Reading } from './look-at-file.ts'
import { count, emptyTally, type Tally } from './tally.ts'
import { placeOf } from './words.ts'

const MOST_FAULTY = 200
const MOST_GOOD = 20
const MOST_CLEANED = 20
const SAMPLES = 3

type Shown = { tally: Tally; faulty: FaultyEntry[]; good: GoodEntry[] }

/**
 * What enrolling from a file would do, row by row, as its columns are matched or guessed. Writes nothing.
 * @throws Refusal `not_found`, `forbidden`, `invalid` where the file as a whole cannot be read
 */
export async function previewImport(
  context: Context,
  { classId, file, sheet, ...query }: InputOf<typeof previewImportEndpoint>,
): Promise<ImportPreview> {
  const course = await findCourse(context, classId)
  return withKeptFile({ sent: file, sheet }, async (file) => {
    const { reading, everybody } = readingFor(course, query, file)
    const shown = await inTransaction(context, async (context) => {
      const shown: Shown = { tally: emptyTally(), faulty: [], good: [] }
      for await (const lot of checkFile(context, { file, reading, classId, everybody })) {
        count(shown.tally, lot)
        shown.faulty.push(...lot.faulty.slice(0, MOST_FAULTY - shown.faulty.length))
        const good = lot.good.slice(0, MOST_GOOD - shown.good.length)
        const cleaned = lot.good.slice(good.length).filter((row) => row.cleaned.length > 0)
        shown.good.push(
          ...good,
          ...cleaned.slice(0, MOST_GOOD + MOST_CLEANED - shown.good.length - good.length),
        )
      }
      return shown
    })
    const preview = present(course, reading, shown, await freePlaces(context, classId, course))
    return { ...preview, workbook: await presentWorkbook(file) }
  })
}

function present(
  course: Course,
  reading: Reading,
  { tally, faulty, good }: Shown,
  free: Awaited<ReturnType<typeof freePlaces>>,
): Omit<ImportPreview, 'workbook'> {
  const { asked, ...counts } = tally
  return {
    delimiter: reading.delimiter,
    header: reading.header,
    columns: Array.from({ length: reading.width }, (_, at) => presentColumn(reading, at)),
    counts: { ...counts, ready: tally.new + tally.known },
    places: placesOf(course).map((place) => ({
      place,
      free: free[place],
      asked: asked[place],
      waiting: Math.max(asked[place] - free[place], 0),
    })),
    faulty: faulty.map(presentFaulty),
    good: good.map(presentGood),
  }
}

async function presentWorkbook({ workbook, read }: KeptFile): Promise<ImportPreview['workbook']> {
  if (!workbook) return null
  const text = Buffer.concat(await Array.fromAsync(read())).toString()
  return { ...workbook, text }
}

function presentColumn({ names, first, columns }: Reading, at: number): ColumnOfFile {
  const said = [...new Set(first.map((cells) => cells[at] ?? '').filter(Boolean))]
  const means = (Object.keys(columns) as Meaning[]).find((meaning) => columns[meaning] === at) ?? null
  const values = means === 'place' ? said.map((value) => ({ value, place: placeOf(value) })) : []
  return { name: names ? (names[at] ?? '') : null, samples: said.slice(0, SAMPLES), means, values }
}

function presentFaulty({ entry, faults }: FaultyEntry): FaultyRow {
  const { from, to, cells, email, name, place, placeSaid, cleaned } = entry
  return {
    lines: { from, to },
    cells,
    email: shownEmail(email),
    name,
    place,
    placeSaid,
    cleaned: [...cleaned],
    faults: faults.map(explainFault),
  }
}

function presentGood({ line, to, email, name, kind, standing, cleaned }: GoodEntry): GoodRow {
  return {
    lines: { from: line, to },
    email: shownEmail(email),
    name,
    place: kind,
    standing,
    cleaned: [...cleaned],
  }
}
