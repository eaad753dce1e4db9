import { MAX_ROWS } from '#lib/classes/import/api.ts'
import { type ImportContext, importStudents } from '#lib/classes/import/import-students.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { connectDatabase } from '#lib/database/client.ts'
import { classId, signInId, userId } from '#lib/kernel/ids.ts'
import { createLinks } from '#lib/kernel/links.ts'
import { connectMedia } from '#lib/livekit/connect-media.ts'
import type { BenchEnvironment } from '#scripts/benchmarks/measuring/bench-environment.ts'
import { createDatabase } from '#scripts/benchmarks/measuring/create-database.ts'
import { numberedId } from '#scripts/benchmarks/measuring/fill-school.ts'
import { liveHeap } from '#scripts/benchmarks/measuring/live-heap.ts'
import { median, rounded } from '#scripts/benchmarks/measuring/measure-rate.ts'
import { type CopiedTables, openRowCopier } from '#scripts/benchmarks/measuring/open-row-copier.ts'
import { applyMigrations } from '#scripts/dev-stack/database/apply-migrations.ts'

const ROWS = 10_000
const WARM_UPS = 2
const PAIRS = 15
const LEAST_SHARE = 0.5
const MEMORY_ROWS = [MAX_ROWS / 4, MAX_ROWS / 2, MAX_ROWS]
const MAX_MB = 8

const CLASS = numberedId('class', 1)
const ADMIN = numberedId('person', 1)

/** The rows that an import writes for new people. */
const written: CopiedTables = {
  User: `SELECT * FROM "User" WHERE "role" = 'STUDENT'`,
  Enrolment: 'SELECT * FROM "Enrolment"',
  Invitation: 'SELECT * FROM "Invitation"',
  Notice: 'SELECT * FROM "Notice"',
  AuditEvent: 'SELECT * FROM "AuditEvent"',
}

/**
 * Speed of enrolling 10,000 new people from a file, with all checks, compared with a bare COPY of the same rows into
 * the same emptied tables; and the memory needed for the largest file.
 */
export default async function run({ baseUrl, databaseUrl, livekit }: BenchEnvironment): Promise<boolean> {
  const url = await createDatabase(databaseUrl, 'bench_import')
  await applyMigrations(url)
  const database = connectDatabase(url)
  const copying = await openRowCopier(url)
  const system = {
    database,
    media: connectMedia({ ...livekit, apiUrl: livekit.url.replace(/^ws/, 'http') }),
    jobs: { send: async () => {} },
    mail: { configured: false, send: async () => {} },
    links: createLinks({ authSecret: 'a secret of this benchmark alone', publicUrl: new URL(baseUrl) }),
  }
  const isQuick = await measureSpeed(system, copying)
  const isFlat = await measureMemory(system, copying)
  await copying.close()
  await database.$disconnect()
  return isQuick && isFlat
}

type System = Omit<SystemContext, 'now'>
type RowCopier = Awaited<ReturnType<typeof openRowCopier>>

/** Alternating pairs, so that both run under the same machine load. */
async function measureSpeed(system: System, copying: RowCopier): Promise<boolean> {
  const rates: { copy: number[]; import: number[] } = { copy: [], import: [] }
  for (let pair = 0; pair < WARM_UPS + PAIRS; pair += 1) {
    await emptySchool(copying)
    const imported = ROWS / (await secondsOf(() => importFile(system, ROWS)))
    const rows = await copying.read(written)
    await emptySchool(copying)
    const copied = ROWS / (await secondsOf(() => copying.write(rows)))
    if (pair < WARM_UPS) continue
    rates.import.push(imported)
    rates.copy.push(copied)
  }
  const shares = rates.import.map((rate, pair) => rate / (rates.copy[pair] ?? Number.NaN))
  const share = median(shares)
  console.info(
    `tables    ${Object.keys(written).join(', ')}: the same rows for both, in one transaction each`,
  )
  console.info(`COPY      ${rounded(rates.copy)} → median ${Math.round(median(rates.copy))} people/s`)
  console.info(`import    ${rounded(rates.import)} → median ${Math.round(median(rates.import))} people/s`)
  console.info(
    `share     ${shares.map((one) => one.toFixed(2)).join(' ')} → median ${share.toFixed(2)} (at least ${LEAST_SHARE})`,
  )
  return share >= LEAST_SHARE
}

/**
 * Live heap after a garbage collection, sampled at every fifth progress report. The smaller files are only printed.
 * The database client keeps the parameters of its last 100 statements.
 */
async function measureMemory(system: System, copying: RowCopier): Promise<boolean> {
  const growths: number[] = []
  for (const rows of MEMORY_ROWS) growths.push(await growthWith(system, copying, rows))
  const most = growths.at(-1) ?? Number.NaN
  const shown = growths.map((growth, at) => `${growth.toFixed(1)} MB with ${MEMORY_ROWS[at]} rows`)
  console.info(`memory    ${shown.join(', ')} (at most ${MAX_MB} MB)`)
  return most <= MAX_MB
}

async function growthWith(system: System, copying: RowCopier, rows: number): Promise<number> {
  await emptySchool(copying)
  const before = liveHeap()
  let most = before
  let told = 0
  await importFile(system, rows, () => {
    told += 1
    if (told % 5 === 0) most = Math.max(most, liveHeap())
  })
  return most - before
}

async function importFile(system: System, rows: number, report = () => {}): Promise<void> {
  const id = userId.parse(ADMIN)
  const context: ImportContext = {
    ...system,
    now: new Date(),
    actor: {
      id,
      role: 'ADMIN',
      name: 'Admin',
      email: 'admin@school.test',
      timeZone: null,
      locale: 'en',
      signInId: signInId.parse(ADMIN),
    },
    progress: { report, signal: new AbortController().signal },
  }
  const { enrolled } = await importStudents(context, {
    classId: classId.parse(CLASS),
    file: fileOf(rows),
    faults: 'refuse',
    allowOverlap: false,
    defaultSeatKind: 'online',
  })
  if (enrolled !== rows) throw new Error(`${enrolled} of ${rows} rows were enrolled`)
}

const PART = 1000

async function* fileOf(rows: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('\uFEFFE-Mail;Vor- und Nachname;Teilnahme\r\n')
  for (let first = 0; first < rows; first += PART) {
    const part = Array.from({ length: PART }, (_, at) => rowOf(first + at))
    yield Buffer.from(part.join(''))
  }
}

function rowOf(number: number): string {
  return `person${number}@school.test;"Person Number ${number}";${number % 3 ? 'online' : 'vor Ort'}\r\n`
}

async function emptySchool(copying: RowCopier): Promise<void> {
  await copying.run(`
    TRUNCATE "User", "Class", "AuditEvent" CASCADE;
    INSERT INTO "User" ("id", "email", "name", "role") VALUES ('${ADMIN}', 'admin@school.test', 'Admin', 'ADMIN');
    INSERT INTO "Class" ("id", "title", "mode", "capacity", "inPersonCapacity", "timeZone")
    VALUES ('${CLASS}', 'Intake', 'HYBRID', 1000, 500, 'Europe/Berlin')`)
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}
