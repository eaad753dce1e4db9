import 'server-only'

import type { Context } from '#lib/context/context.ts'
import { planForGrowth } from '#lib/database/plan-for-growth.ts'
import { inTransaction, StaleRead } from '#lib/database/transaction.ts'
import { addStudents } from '#lib/identity/add-students.ts'
import type { InputOf } from '#lib/kernel/endpoint.ts'
import type { Follower } from '#lib/kernel/follower.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { lockScheduled } from '#lib/sessions/seats/seat-in-scheduled-sessions.ts'
import { lockOpenClass } from '#lib/sessions/seats/seats.ts'
import type { ImportProgress, ImportResult, importStudentsEndpoint } from './api.ts'
import { checkFile, type FaultyEntry } from './check-file.ts'
import { type Course, findCourse, freePlaces, placesOf, readingFor } from './find-course.ts'
import { followEnrolment } from './follow-enrolment.ts'
import { withKeptFile } from './kept-file.ts'
import { ROWS_AT_ONCE } from './read-table.ts'
import { enrolStaged, lockKnownStudents, newPeople, toEnrol } from './staged-rows.ts'
import { count, emptyTally, type Tally } from './tally.ts'

/** The largest file takes a few seconds, and longer with many planned sessions; its class waits so long at most. */
const LONGEST_MS = 60_000

export type ImportContext = Context & { follower: Follower<ImportProgress> }
type Input = InputOf<typeof importStudentsEndpoint>

/**
 * Enrols everybody in a file, in one transaction: who is new is created and invited, who is known is told, and both
 * get seats as by enrolStudents. Faulty rows are left out, or nothing is written. The same file again changes nothing;
 * where nobody follows any more, nothing is written either.
 * @throws Refusal `not_found`, `forbidden`, `invalid` (the file or a row of it), `conflict` (a student booked twice)
 */
export async function importStudents(
  context: ImportContext,
  { classId, file, sheet, faults, allowOverlap, ...query }: Input,
): Promise<ImportResult> {
  const course = await findCourse(context, classId)
  return withKeptFile({ sent: file, sheet }, async (file) => {
    const { reading, everybody } = readingFor(course, query, file)
    if (reading.columns.email === undefined) throw new Refusal('invalid', 'fileNoAddresses')
    const enrolAll = async (context: ImportContext) => {
      await planForGrowth(context)
      await lockOpenClass(context, classId)
      const { tally, firstFaulty } = await checkRows(context, { file, reading, classId, everybody })
      if (firstFaulty && faults === 'refuse') throw refuseRows(tally, firstFaulty)
      await createNewPeople(context, tally)
      const full = await enrolRows(context, { classId, allowOverlap, tally })
      const result = present(course, tally, full, await freePlaces(context, classId, course))
      context.follower.gone.throwIfAborted()
      return result
    }
    return inTransaction(context, enrolAll, LONGEST_MS)
  })
}

async function checkRows(context: ImportContext, check: Parameters<typeof checkFile>[1]) {
  const tally = emptyTally()
  let firstFaulty: FaultyEntry | undefined
  for await (const lot of checkFile(context, check)) {
    count(tally, lot)
    firstFaulty ??= lot.faulty[0]
    tell(context, { checked: tally.rows, enrolled: 0 })
  }
  return { tally, firstFaulty }
}

/** Says how far it is. Stops where nobody hears it: the transaction ends as if it had never begun. */
function tell({ follower }: ImportContext, progress: ImportProgress): void {
  follower.gone.throwIfAborted()
  follower.tell(progress)
}

function refuseRows({ faulty }: Tally, { entry }: FaultyEntry): Refusal {
  return new Refusal('invalid', 'rowsFaulty', { values: { count: faulty, line: entry.from } })
}

/** Somebody else may have created or changed one of these people since the rows were checked: then all begins again. */
async function createNewPeople(context: ImportContext, tally: Tally): Promise<void> {
  const created = await addStudents(context, newPeople)
  if (created !== tally.new || (await lockKnownStudents(context)) !== tally.known) throw new StaleRead()
}

type Enrolling = { classId: Input['classId']; allowOverlap: boolean; tally: Tally }

/** Answers the sessions that were full for somebody, by id. */
async function enrolRows(context: ImportContext, { classId, allowOverlap, tally }: Enrolling) {
  const scheduled = await lockScheduled(context, classId)
  await enrolStaged(context, classId)
  const full = new Map<string, Date>()
  let enrolled = 0
  for await (const lot of toEnrol(context, ROWS_AT_ONCE)) {
    const sessions = await followEnrolment(context, {
      classId,
      lot,
      allowOverlap,
      hasSessions: scheduled.length > 0,
    })
    for (const { id, startsAt } of sessions) full.set(id, startsAt)
    enrolled += lot.studentIds.length
    tell(context, { checked: tally.rows, enrolled })
  }
  return full
}

function present(
  course: Course,
  tally: Tally,
  full: Map<string, Date>,
  free: Awaited<ReturnType<typeof freePlaces>>,
): ImportResult {
  const byStart = [...full].toSorted(([, one], [, other]) => one.getTime() - other.getTime())
  return {
    rows: tally.rows,
    enrolled: tally.new + tally.known,
    already: tally.already,
    leftOut: tally.faulty,
    invited: tally.new,
    told: tally.known,
    places: placesOf(course).map((place) => ({ place, enrolled: tally.asked[place], free: free[place] })),
    full: byStart.map(([id, startsAt]) => ({
      sessionId: sessionId.parse(id),
      startsAt: startsAt.toISOString(),
    })),
  }
}
