import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { changeSessions, type Edit } from '#lib/sessions/changes/change-sessions.ts'
import { refuseUnlessTrainer } from '#lib/sessions/planning-checks.ts'
import { mayPlan } from '#lib/sessions/policy.ts'
import type { Handover, recordAbsenceEndpoint } from './api.ts'

type Input = z.output<typeof recordAbsenceEndpoint.body>

/**
 * Records a trainer's absence and hands over or cancels their sessions, all or nothing. New trainers gain access, the
 * absent trainer loses it, and each person affected is notified once. Idempotent for the same span.
 * @throws Refusal `forbidden`, `invalid` (trainer, span, another trainer's session), `conflict` (a trainer
 * double-booked, a session that is over)
 */
export async function recordAbsence(
  context: Context,
  { trainerId, from, to, handovers }: Input,
): Promise<DataOf<typeof recordAbsenceEndpoint>> {
  if (!mayPlan(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  if (to <= from)
    throw new Refusal('invalid', 'absenceEndsBeforeStart', { fields: { to: 'absenceEndsBeforeStart' } })
  let id = ''
  const change = await changeSessions(
    context,
    async (inner) => {
      const acting = { ...context, ...inner }
      await refuseOthersSessions(acting, trainerId, handovers)
      id = await keepAbsence(acting, { trainerId, from, to })
      return handovers.map((handover) => editOf(handover, context.now))
    },
    { allowOverlap: true },
  )
  const { name } = await context.database.user.findUniqueOrThrow({
    where: { id: trainerId },
    select: { name: true },
  })
  return { id, trainer: { id: trainerId, name }, from: from.toISOString(), to: to.toISOString(), change }
}

function editOf(handover: Handover, now: Date): Edit {
  const { sessionId } = handover
  return 'cancel' in handover
    ? { sessionId, changes: { status: 'cancelled', endedAt: now, cancelReason: handover.cancel } }
    : { sessionId, changes: { trainerId: handover.trainerId } }
}

/** Sessions already handed over are accepted, so that repeating the request is idempotent. */
async function refuseOthersSessions(
  { database }: Context,
  trainerId: UserId,
  handovers: Handover[],
): Promise<void> {
  const sessions = await database.classSession.findMany({
    where: { id: { in: handovers.map((handover) => handover.sessionId) } },
    select: { id: true, trainerId: true, status: true },
  })
  const fitting = handovers.every((handover) => {
    const session = sessions.find(({ id }) => id === handover.sessionId)
    if (!session) return false
    const givenAlready = 'trainerId' in handover && session.trainerId === handover.trainerId
    return session.trainerId === trainerId || givenAlready
  })
  if (!fitting) throw new Refusal('invalid', 'notTheirSession', { fields: { handovers: 'notTheirSession' } })
}

/** Locks the trainer, so that the same request sent twice at once is recorded once. */
async function keepAbsence(
  context: Context,
  { trainerId, from, to }: { trainerId: UserId; from: Date; to: Date },
): Promise<string> {
  const { database, now } = context
  await refuseUnlessTrainer(context, trainerId)
  const span = { trainerId, startsAt: from, endsAt: to }
  const known = await database.absence.findFirst({ where: span, select: { id: true } })
  if (known) return known.id
  const { id } = await database.absence.create({ data: { ...span, createdAt: now }, select: { id: true } })
  await recordAudit(context, {
    action: 'absence_recorded',
    subject: 'user',
    subjectId: trainerId,
    after: { startsAt: from.toISOString(), endsAt: to.toISOString() },
  })
  return id
}
