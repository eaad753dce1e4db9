import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { countRecipients } from '#lib/sessions/changes/count-recipients.ts'
import { overlapping } from '#lib/sessions/overlapping.ts'
import { mayPlan } from '#lib/sessions/policy.ts'
import type { previewAbsenceEndpoint } from './api.ts'
import { findSubstitutes } from './find-substitutes.ts'

type Input = z.output<typeof previewAbsenceEndpoint.query>

/**
 * A trainer's open sessions in a span, by start, each with the trainers free to substitute; 200 at most.
 * @throws Refusal `forbidden`
 */
export async function previewAbsence(
  context: Context,
  { trainerId, from, to }: Input,
): Promise<DataOf<typeof previewAbsenceEndpoint>> {
  if (!mayPlan(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  const sessions = await context.database.classSession.findMany({
    where: { trainerId, status: { in: ['scheduled', 'in_progress'] }, ...overlapping(from, to) },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 200,
    include: { class: { select: { title: true } } },
  })
  const substitutes = await findSubstitutes(context, sessions)
  return {
    sessions: sessions.map(({ id, title, class: course, status, startsAt, endsAt, ...session }) => ({
      id: sessionId.parse(id),
      title: title ?? course.title,
      classTitle: course.title,
      status: status === 'in_progress' ? 'in_progress' : 'scheduled',
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      seatsTaken: session.seatsTaken + session.inPersonSeatsTaken,
      revision: session.revision,
      substitutes: substitutes.get(id) ?? [],
    })),
    recipients: await countRecipients(
      context,
      sessions.map(({ id }) => ({ sessionId: id, was: { trainerId }, now: { trainerId } })),
    ),
  }
}
