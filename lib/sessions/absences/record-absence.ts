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
 * Says that a trainer is away, and gives their sessions to others or cancels them, all or nothing: who replaces them
 * has access, they have none any more, and everybody is told once. The same span again changes nothing.
 * @throws Refusal `forbidden`, `invalid` (trainer, span, somebody else's session), `conflict` (a trainer booked twice,
 * a session that is over)
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

/** Sessions that were given away already are no fault: the same request again changes nothing. */
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

/** Holding the trainer keeps the same request, sent twice at once, from being kept twice. */
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
