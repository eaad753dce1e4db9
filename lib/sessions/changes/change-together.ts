import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { inTransaction, StaleRead } from '#lib/database/transaction.ts'
import { refuseOutdated } from '#lib/edit-conflicts/refuse-outdated.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { refuseMovedOntoOthers } from '#lib/sessions/collisions.ts'
import { explainPlanFault, refuseBadSpan, refuseUnbookable } from '#lib/sessions/plan.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { promoteFreed } from '#lib/sessions/seats/promote-freed.ts'
import { promoteLines } from '#lib/sessions/seats/promote-line.ts'
import { type ChangedSession, isMoved, type SessionPlan } from '#lib/sessions/session-plan.ts'
import { wallOf } from '#lib/time/zones.ts'
import { type LockedPlan, lockPeople, lockPlanned, readSeated } from './lock-planned.ts'
import { type RecordedChange, recordChange } from './record-change.ts'

/** What is to be other than it is. */
export type Edit = {
  sessionId: SessionId
  becomes: Partial<SessionPlan>
  /** The revision that whoever changes it has seen; another one means that somebody else was quicker. */
  ifRevision?: number
}

export type ChangeRules = {
  /** Sessions may move onto others of their students. */
  allowOverlap: boolean
  /** Gives sessions back what a change took: also those that it cancelled. */
  undoing?: boolean
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
export async function changeTogether(
  context: Acting,
  plan: (context: Acting) => Promise<Edit[]>,
  rules: ChangeRules,
): Promise<RecordedChange | null> {
  let planned: ChangedSession[] = []
  try {
    return await inTransaction(context, async (context) => {
      const edits = await plan(context)
      const changedIds = edits.map((edit) => edit.sessionId)
      const leftIds = edits.filter(freesStudents).map((edit) => edit.sessionId)
      const seated = await lockPeople(context, { changed: changedIds, left: leftIds })
      await refuseUnbookable(
        context,
        edits.map((edit) => edit.becomes),
      )
      const locked = await lockPlanned(context, changedIds)
      if (locked.length < edits.length) throw new Refusal('not_found', 'noSuchSession')
      planned = locked.map((session) => changed(session, editOf(edits, session)))
      planned = planned.filter(({ was, now }) => !isSame(was, now))
      for (const session of locked) await refuseImpossible(context, session, editOf(edits, session), rules)
      await refuseNewcomers(context, planned.filter(isLeft), seated)
      if (planned.length === 0) return null
      await writePlans(context, planned)
      const moved = planned.filter(isMoved)
      if (moved.length > 0 && !rules.allowOverlap) await refuseMovedOntoOthers(context, moved)
      await giveFreedPlaces(context, planned)
      return recordChange(context, planned, rules)
    })
  } catch (error) {
    throw await explainPlanFault(
      context,
      error,
      planned.map(({ sessionId, now }) => ({ ...now, id: sessionId })),
    )
  }
}

function moves({ becomes }: Edit): boolean {
  return becomes.startsAt !== undefined || becomes.endsAt !== undefined
}

function freesStudents(edit: Edit): boolean {
  return moves(edit) || edit.becomes.status === 'cancelled'
}

/** The session leaves the time that it had: its students are free then. */
function isLeft(session: ChangedSession): boolean {
  return session.now.status === 'cancelled' || isMoved(session)
}

function isSame(was: SessionPlan, now: SessionPlan): boolean {
  return JSON.stringify(was) === JSON.stringify(now)
}

function editOf(edits: Edit[], { id }: LockedPlan): Edit {
  return edits.find((edit) => edit.sessionId === id) ?? { sessionId: id, becomes: {} }
}

function changed({ id, classId, revision, timeZone, plan }: LockedPlan, { becomes }: Edit): ChangedSession {
  const wall = becomes.startsAt && becomes.wallStart === undefined ? wallOf(becomes.startsAt, timeZone) : null
  // Listed in the order of the plan, so that two of them compare as text.
  const now = { ...plan, ...wall, ...withoutUndefined(becomes) }
  return { sessionId: id, classId, revision: revision + 1, was: plan, now }
}

/** @throws Refusal `invalid`, `conflict` */
async function refuseImpossible(
  context: Acting,
  session: LockedPlan,
  edit: Edit,
  { undoing = false }: ChangeRules,
): Promise<void> {
  const { plan } = session
  const { becomes, ifRevision } = edit
  await refuseOutdated(context, session, ifRevision, async (context) => ({
    subject: 'session',
    now: await readSession(context, session.id),
  }))
  const open = plan.status === 'scheduled' || (plan.status === 'in_progress' && !moves(edit))
  if (!open && !(undoing && plan.status === 'cancelled'))
    throw new Refusal('conflict', 'changesOnlyScheduled')
  refuseBadSpan({ startsAt: becomes.startsAt ?? plan.startsAt, endsAt: becomes.endsAt ?? plan.endsAt })
  if (session.mode === 'ONLINE' && (becomes.locationId || becomes.inPersonCapacity)) {
    throw new Refusal('invalid', 'noRoomInOnlineClass')
  }
  refuseFewerPlaces('capacity', session.seatsTaken, becomes.capacity)
  refuseFewerPlaces('inPersonCapacity', session.inPersonSeatsTaken, becomes.inPersonCapacity)
}

function refuseFewerPlaces(
  field: 'capacity' | 'inPersonCapacity',
  taken: number,
  places: number | undefined,
): void {
  if (places === undefined || places >= taken) return
  throw new Refusal('conflict', 'capacityBelowSeats', {
    values: { taken },
    fields: { [field]: 'capacityBelowSeats' },
  })
}

/**
 * More places, or a time at which somebody in line is free, give places to who waits; and who has lost a session may be
 * free for another one in whose line they stand.
 */
async function giveFreedPlaces(context: Acting, planned: ChangedSession[]): Promise<void> {
  await promoteLines(
    context,
    planned.map((session) => session.sessionId),
  )
  const left = planned.filter(isLeft).map((session) => session.sessionId)
  await promoteFreed(context, await readSeated(context, left))
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
