import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { inTransaction, StaleRead } from '#lib/database/transaction.ts'
import { refuseOutdated } from '#lib/edit-conflicts/refuse-outdated.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { refuseStudentOverlap } from '#lib/sessions/collisions.ts'
import { explainBookingConflict, refuseBadSpan, refuseUnbookable } from '#lib/sessions/planning-checks.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { promoteStudentsAfterCommit } from '#lib/sessions/seats/promote-after-commit.ts'
import { promoteWaitlists } from '#lib/sessions/seats/promote-waitlist.ts'
import { type ChangedSession, isMoved, type SessionPlan } from '#lib/sessions/session-plan.ts'
import { wallOf } from '#lib/time/zones.ts'
import { type LockedPlan, lockAffectedStudents, lockPlanned, readSeatedStudents } from './lock-planned.ts'
import { type RecordedChange, recordChange } from './record-change.ts'

/** New values for one session. */
export type Edit = {
  sessionId: SessionId
  changes: Partial<SessionPlan>
  /** The revision that the change is based on; a different current revision means a concurrent change. */
  ifRevision?: number
}

export type ChangeRules = {
  /** Sessions may overlap other sessions of their students. */
  allowOverlap: boolean
  /** Restores what a change replaced, cancelled sessions included. */
  isUndo?: boolean
}

type Acting = SystemContext & { actor?: Actor }

/**
 * Changes sessions, all or none. The old and new plans are recorded for undo and notices; audit, room access and page
 * events belong to the same transaction. One statement updates all sessions, so that a session may take the slot that
 * another one of them leaves. `plan` runs inside the transaction; sessions without a difference are skipped.
 * @throws Refusal `not_found`, `invalid` (span, trainer, location), `conflict` (over, changed concurrently, a
 * trainer, location or student double-booked, capacity below the seats taken)
 */
export async function changeSessions(
  context: Acting,
  plan: (context: Acting) => Promise<Edit[]>,
  rules: ChangeRules,
): Promise<RecordedChange | null> {
  let planned: ChangedSession[] = []
  try {
    return await inTransaction(context, async (context) => {
      const edits = await plan(context)
      const changedIds = edits.map((edit) => edit.sessionId)
      const leftIds = edits.filter(freesItsStudents).map((edit) => edit.sessionId)
      const seated = await lockAffectedStudents(context, { changed: changedIds, left: leftIds })
      await refuseUnbookable(
        context,
        edits.map((edit) => edit.changes),
      )
      const locked = await lockPlanned(context, changedIds)
      if (locked.length < edits.length) throw new Refusal('not_found', 'noSuchSession')
      planned = locked.map((session) => applyEdit(session, editOf(edits, session)))
      planned = planned.filter(({ was, now }) => !isSame(was, now))
      for (const session of locked) await refuseInvalidEdit(context, session, editOf(edits, session), rules)
      await refuseNewcomers(context, planned.filter(leavesItsTime), seated)
      if (planned.length === 0) return null
      await writePlans(context, planned)
      const moved = planned.filter(isMoved)
      if (moved.length > 0 && !rules.allowOverlap) await refuseStudentOverlap(context, moved)
      await promoteFreedSeats(context, planned)
      return recordChange(context, planned, rules)
    })
  } catch (error) {
    throw await explainBookingConflict(
      context,
      error,
      planned.map(({ sessionId, now }) => ({ ...now, id: sessionId })),
    )
  }
}

function changesTime({ changes }: Edit): boolean {
  return changes.startsAt !== undefined || changes.endsAt !== undefined
}

function freesItsStudents(edit: Edit): boolean {
  return changesTime(edit) || edit.changes.status === 'cancelled'
}

/** Whether the session leaves its time slot, so that its students are free then. */
function leavesItsTime(session: ChangedSession): boolean {
  return session.now.status === 'cancelled' || isMoved(session)
}

function isSame(was: SessionPlan, now: SessionPlan): boolean {
  return JSON.stringify(was) === JSON.stringify(now)
}

function editOf(edits: Edit[], { id }: LockedPlan): Edit {
  return edits.find((edit) => edit.sessionId === id) ?? { sessionId: id, changes: {} }
}

function applyEdit({ id, classId, revision, timeZone, plan }: LockedPlan, { changes }: Edit): ChangedSession {
  const wall = changes.startsAt && changes.wallStart === undefined ? wallOf(changes.startsAt, timeZone) : null
  // The keys keep the order of the plan: isSame() compares JSON.
  const now = { ...plan, ...wall, ...withoutUndefined(changes) }
  return { sessionId: id, classId, revision: revision + 1, was: plan, now }
}

/** @throws Refusal `invalid`, `conflict` */
async function refuseInvalidEdit(
  context: Acting,
  session: LockedPlan,
  edit: Edit,
  { isUndo = false }: ChangeRules,
): Promise<void> {
  const { plan } = session
  const { changes, ifRevision } = edit
  await refuseOutdated(context, session, ifRevision, async (context) => ({
    subject: 'session',
    now: await readSession(context, session.id),
  }))
  const open = plan.status === 'scheduled' || (plan.status === 'in_progress' && !changesTime(edit))
  if (!open && !(isUndo && plan.status === 'cancelled')) throw new Refusal('conflict', 'changesOnlyScheduled')
  refuseBadSpan({ startsAt: changes.startsAt ?? plan.startsAt, endsAt: changes.endsAt ?? plan.endsAt })
  if (session.mode === 'ONLINE' && (changes.locationId || changes.inPersonCapacity)) {
    throw new Refusal('invalid', 'noLocationInOnlineClass')
  }
  refuseCapacityBelowSeats('capacity', session.seatsTaken, changes.capacity)
  refuseCapacityBelowSeats('inPersonCapacity', session.inPersonSeatsTaken, changes.inPersonCapacity)
}

function refuseCapacityBelowSeats(
  field: 'capacity' | 'inPersonCapacity',
  taken: number,
  seats: number | undefined,
): void {
  if (seats === undefined || seats >= taken) return
  throw new Refusal('conflict', 'capacityBelowSeats', {
    values: { taken },
    fields: { [field]: 'capacityBelowSeats' },
  })
}

/**
 * Promotes waitlists after a change. More seats, or a time at which waitlisted students are free, open seats in these
 * sessions; students who lost a session may now be free for another session whose waitlist they are on.
 */
async function promoteFreedSeats(context: Acting, planned: ChangedSession[]): Promise<void> {
  await promoteWaitlists(
    context,
    planned.map((session) => session.sessionId),
  )
  const left = planned.filter(leavesItsTime).map((session) => session.sessionId)
  await promoteStudentsAfterCommit(context, await readSeatedStudents(context, left))
}

/** A student seated between the two locks was not checked: retry. @throws StaleRead */
async function refuseNewcomers(
  { database }: Acting,
  left: ChangedSession[],
  locked: string[],
): Promise<void> {
  if (left.length === 0) return
  const newcomers = await database.seat.count({
    where: { sessionId: { in: left.map((session) => session.sessionId) }, studentId: { notIn: locked } },
  })
  if (newcomers > 0) throw new StaleRead()
}

async function writePlans({ database, now }: Acting, planned: ChangedSession[]): Promise<void> {
  const plans = JSON.stringify(planned.map(({ sessionId, now }) => ({ id: sessionId, ...now })))
  await database.$executeRaw`
    UPDATE "ClassSession" session SET
      "startsAt" = plan."startsAt", "endsAt" = plan."endsAt", "wallStart" = plan."wallStart",
      "wallLater" = plan."wallLater", "trainerId" = plan."trainerId", "locationId" = plan."locationId",
      "capacity" = plan."capacity", "inPersonCapacity" = plan."inPersonCapacity", "title" = plan."title",
      "status" = plan."status", "endedAt" = plan."endedAt", "cancelReason" = plan."cancelReason",
      "revision" = session."revision" + 1, "changedAt" = ${now}
    FROM jsonb_to_recordset(${plans}::jsonb) AS plan(
      "id" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "wallStart" text, "wallLater" boolean,
      "trainerId" uuid, "locationId" uuid, "capacity" integer, "inPersonCapacity" integer, "title" text,
      "status" "SessionStatus", "endedAt" timestamptz, "cancelReason" text)
    WHERE session."id" = plan."id"`
}

function withoutUndefined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}
