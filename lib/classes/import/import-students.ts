import 'server-only'

import type { Context } from '#lib/context/context.ts'
import { disableSeqScan } from '#lib/database/disable-seq-scan.ts'
import { inTransaction, StaleRead } from '#lib/database/transaction.ts'
import { addStudents } from '#lib/identity/add-students.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { InputOf } from '#lib/kernel/endpoint.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import type { ProgressReporter } from '#lib/kernel/progress-reporter.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { lockScheduled } from '#lib/sessions/seats/seat-in-scheduled-sessions.ts'
import { lockOpenClass } from '#lib/sessions/seats/seats.ts'
import type { ImportProgress, ImportResult, importStudentsEndpoint } from './api.ts'
import { checkFile, type FaultyEntry } from './check-file.ts'
import {
  countFreeSeats,
  fileFormatFor,
  findImportClass,
  type ImportClass,
  seatKindsOf,
} from './find-import-class.ts'
import { notifyAndSeat } from './notify-and-seat.ts'
import { ROWS_AT_ONCE } from './read-table.ts'
import { countRows, emptyRowCounts, type RowCounts } from './row-counts.ts'
import { enrolStagedRows, lockKnownStudents, newPeople, readEnrolmentBatches } from './staged-rows.ts'
import { withTempFile } from './temp-file.ts'

/** The largest file takes a few seconds, longer with many planned sessions. Maximum time for which the class is locked. */
const LONGEST_MS = MINUTE_MS

export type ImportContext = Context & { progress: ProgressReporter<ImportProgress> }
type Input = InputOf<typeof importStudentsEndpoint>

/**
 * Enrols all students of a file in one transaction: new people are created and invited, known people are notified, and
 * all get seats as by enrolStudents(). Faulty rows are skipped, or nothing is written. Idempotent. If the client
 * disconnects, nothing is written.
 * @throws Refusal `not_found`, `forbidden`, `invalid` (the file or a row of it), `conflict` (a student booked twice)
 */
export async function importStudents(
  context: ImportContext,
  { classId, file, sheet, faults, allowOverlap, ...query }: Input,
): Promise<ImportResult> {
  const course = await findImportClass(context, classId)
  return withTempFile({ sent: file, sheet }, async (file) => {
    const { reading, everybody } = fileFormatFor(course, query, file)
    if (reading.columns.email === undefined) throw new Refusal('invalid', 'fileNoAddresses')
    const importRows = async (context: ImportContext) => {
      await disableSeqScan(context)
      await lockOpenClass(context, classId)
      const { tally, firstFaulty } = await checkRows(context, { file, reading, classId, everybody })
      if (firstFaulty && faults === 'refuse') throw refuseRows(tally, firstFaulty)
      await createNewPeople(context, tally)
      const full = await enrolRows(context, { classId, allowOverlap, rowCounts: tally })
      const result = present(course, tally, full, await countFreeSeats(context, classId, course))
      context.progress.signal.throwIfAborted()
      return result
    }
    return inTransaction(context, importRows, LONGEST_MS)
  })
}

async function checkRows(context: ImportContext, check: Parameters<typeof checkFile>[1]) {
  const tally = emptyRowCounts()
  let firstFaulty: FaultyEntry | undefined
  for await (const lot of checkFile(context, check)) {
    countRows(tally, lot)
    firstFaulty ??= lot.faulty[0]
    reportProgress(context, { checked: tally.rows, enrolled: 0 })
  }
  return { tally, firstFaulty }
}

/** Reports progress. Throws if the client has disconnected, so that the transaction rolls back. */
function reportProgress({ progress: follower }: ImportContext, done: ImportProgress): void {
  follower.signal.throwIfAborted()
  follower.report(done)
}

function refuseRows({ faulty }: RowCounts, { entry }: FaultyEntry): Refusal {
  return new Refusal('invalid', 'rowsFaulty', { values: { count: faulty, line: entry.from } })
}

/** Creates the new people. Restarts the import if one of the people was created or changed since the check. */
async function createNewPeople(context: ImportContext, tally: RowCounts): Promise<void> {
  const created = await addStudents(context, newPeople)
  if (created !== tally.new || (await lockKnownStudents(context)) !== tally.known) throw new StaleRead()
}

type Enrolling = { classId: Input['classId']; allowOverlap: boolean; rowCounts: RowCounts }

/** Enrols and seats the staged students. Returns the start times of sessions without enough seats, by session id. */
async function enrolRows(context: ImportContext, { classId, allowOverlap, rowCounts }: Enrolling) {
  const scheduled = await lockScheduled(context, classId)
  await enrolStagedRows(context, classId)
  const full = new Map<string, Date>()
  let enrolled = 0
  for await (const batch of readEnrolmentBatches(context, ROWS_AT_ONCE)) {
    const sessions = await notifyAndSeat(context, {
      classId,
      batch,
      allowOverlap,
      hasSessions: scheduled.length > 0,
    })
    for (const { id, startsAt } of sessions) full.set(id, startsAt)
    enrolled += batch.studentIds.length
    reportProgress(context, { checked: rowCounts.rows, enrolled })
  }
  return full
}

function present(
  course: ImportClass,
  tally: RowCounts,
  full: Map<string, Date>,
  free: Awaited<ReturnType<typeof countFreeSeats>>,
): ImportResult {
  const byStart = [...full].toSorted(([, one], [, other]) => one.getTime() - other.getTime())
  return {
    rows: tally.rows,
    enrolled: tally.new + tally.known,
    alreadyEnrolled: tally.enrolled,
    skipped: tally.faulty,
    invited: tally.new,
    notified: tally.known,
    seats: seatKindsOf(course).map((place) => ({
      kind: place,
      enrolled: tally.requested[place],
      free: free[place],
    })),
    full: byStart.map(([id, startsAt]) => ({
      sessionId: sessionId.parse(id),
      startsAt: startsAt.toISOString(),
    })),
  }
}
