import 'server-only'
import type { z } from 'zod'
import type { AuditFacts } from '#lib/audit/facts.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, StaleRead } from '#lib/database/transaction.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import type { ClassSession, changeSessionEndpoint } from '#lib/sessions/api.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { lockSessions, refuseBusyStudents } from '#lib/sessions/seats/seats.ts'
import { explainPlanFault, refuseBadSpan, refuseUnlessPlanner, refuseUnlessTrainer } from './plan.ts'

type Input = { sessionId: SessionId } & z.output<typeof changeSessionEndpoint.body>

/**
 * Moves a session, gives it to another trainer, or changes its title or capacity. Times change only while it is
 * scheduled; the others while it is not over. A replaced trainer is put out of a running room.
 * @throws Refusal `not_found`, `forbidden`, `invalid`, `conflict` (over, or a trainer or student booked twice)
 */
export async function changeSession(
  context: Context,
  { sessionId, allowOverlap, ...change }: Input,
): Promise<ClassSession> {
  await refuseUnlessPlanner(context, sessionId)
  const moves = change.startsAt !== undefined || change.endsAt !== undefined
  const before = await readPlan(context, sessionId)
  const planned = { ...before, ...withoutUndefined(change), id: sessionId }
  try {
    return await inTransaction(context, async (context) => {
      const locked = moves ? await lockSeatedStudents(context, sessionId) : []
      if (change.trainerId) await refuseUnlessTrainer(context, change.trainerId)
      const [session] = await lockSessions(context, [sessionId])
      if (!session) throw new Refusal('not_found', 'noSuchSession')
      refuseUnlessChangeable(session.status, moves)
      const span = { startsAt: change.startsAt ?? session.startsAt, endsAt: change.endsAt ?? session.endsAt }
      refuseBadSpan(span)
      refuseCapacityBelow(session.seatsTaken, change.capacity)
      if (moves && !allowOverlap) {
        await refuseChangedSeats(context, sessionId, locked)
        await refuseBusyStudents(context, locked, span, sessionId)
      }
      const former = await readPlan(context, sessionId)
      await context.database.classSession.update({
        where: { id: sessionId },
        data: change,
        select: { id: true },
      })
      await recordAudit(context, {
        action: 'session-changed',
        subject: 'session',
        subjectId: sessionId,
        ...changedFacts(former, change),
      })
      await context.jobs.send(context, 'settle-room', { sessionId })
      await tellPages(context, sessionId, [former.trainerId])
      return readSession(context, sessionId)
    })
  } catch (error) {
    throw await explainPlanFault(context, error, planned)
  }
}

async function readPlan({ database }: Context, id: SessionId) {
  return database.classSession.findUniqueOrThrow({
    where: { id },
    select: { startsAt: true, endsAt: true, trainerId: true, capacity: true },
  })
}

/** Students come before sessions in the order of locks (seats.ts). */
async function lockSeatedStudents({ database }: Context, sessionId: SessionId): Promise<string[]> {
  const students = await database.$queryRaw<{ id: string }[]>`
    SELECT student."id" FROM "User" student
    JOIN "Seat" seat ON seat."studentId" = student."id" AND seat."sessionId" = ${sessionId}::uuid
    ORDER BY student."id" FOR NO KEY UPDATE OF student`
  return students.map((student) => student.id)
}

/** Somebody who got a seat between the two locks was not looked at: begin again. @throws StaleRead */
async function refuseChangedSeats(
  { database }: Context,
  sessionId: SessionId,
  locked: string[],
): Promise<void> {
  const newcomers = await database.seat.count({ where: { sessionId, studentId: { notIn: locked } } })
  if (newcomers > 0) throw new StaleRead()
}

function refuseUnlessChangeable(status: string, moves: boolean): void {
  if (status === 'scheduled' || (status === 'in_progress' && !moves)) return
  throw new Refusal('conflict', 'changesOnlyScheduled')
}

function refuseCapacityBelow(taken: number, capacity: number | undefined): void {
  if (capacity === undefined || capacity >= taken) return
  throw new Refusal('conflict', 'capacityBelowSeats', {
    values: { taken },
    fields: { capacity: 'capacityBelowSeats' },
  })
}

type Plan = { startsAt: Date; endsAt: Date; trainerId: string; capacity: number }

/** What the audit trail keeps of a change: what is other than before, and of a title only that it is. */
function changedFacts(former: Plan, { title, ...change }: Omit<Input, 'sessionId' | 'allowOverlap'>) {
  const changed = (Object.keys(former) as (keyof Plan)[]).filter(
    (fact) => change[fact] !== undefined && change[fact]?.valueOf() !== former[fact].valueOf(),
  )
  const facts = (from: Partial<Plan>): AuditFacts =>
    Object.fromEntries(changed.map((fact) => [fact, written(from[fact])]))
  return {
    before: facts(former),
    after: { ...facts(change), ...(title === undefined ? {} : { titleChanged: true }) },
  }
}

function written(value: Date | string | number | undefined): string | number | undefined {
  return value instanceof Date ? value.toISOString() : value
}

function withoutUndefined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}
