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

/** What is to be other than it is. */
export type Edit = {
  sessionId: SessionId
  changes: Partial<SessionPlan>
  /** The revision that whoever changes it has seen; another one means that somebody else was quicker. */
  ifRevision?: number
}

export type ChangeRules = {
  /** Sessions may move onto others of their students. */
  allowOverlap: boolean
  /** Gives sessions back what a change took: also those that it cancelled. */
  isUndo?: boolean
}

type Acting = SystemContext & { actor?: Actor }

/**
 * Changes sessions in one go, all of them or none: what was and what is now is kept for undoing and telling, with
 * audit, room access and news in the same transaction. One statement moves them all, so that a session may take the
 * place that another one of them leaves. `plan` is asked within the transaction; sessions that would stay as they
 * are are left alone.
 * @throws Refusal `not_found`, `invalid` (span, trainer, location), `conflict` (over, changed by somebody else, a
 * trainer, location or student booked twice, fewer places than are taken)
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

/** The session leaves the time that it had: its students are free then. */
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
  // Listed in the order of the plan, so that two of them compare as text.
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
 * More places, or a time at which somebody in line is free, give places to who waits; and who has lost a session may be
 * free for another one in whose line they stand.
 */
async function promoteFreedSeats(context: Acting, planned: ChangedSession[]): Promise<void> {
  await promoteWaitlists(
    context,
    planned.map((session) => session.sessionId),
  )
  const left = planned.filter(leavesItsTime).map((session) => session.sessionId)
  await promoteStudentsAfterCommit(context, await readSeatedStudents(context, left))
}

/** Somebody who got a seat between the two locks was not looked at: begin again. @throws StaleRead */
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
