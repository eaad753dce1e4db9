import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { userId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { mayPlan } from '#lib/sessions/policy.ts'
import type { listAbsencesEndpoint } from './api.ts'

type Input = z.output<typeof listAbsencesEndpoint.query>

/** Absences that overlap the span, by start; 500 at most. @throws Refusal `forbidden` */
export async function listAbsences(
  { database, actor }: Context,
  { from, to, trainerId }: Input,
): Promise<DataOf<typeof listAbsencesEndpoint>> {
  if (!mayPlan(actor)) throw new Refusal('forbidden', 'notAllowed')
  const absences = await database.absence.findMany({
    where: { trainerId, startsAt: { lt: to }, endsAt: { gt: from } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 500,
    include: { trainer: { select: { id: true, name: true } } },
  })
  return {
    items: absences.map(({ id, trainer, startsAt, endsAt }) => ({
      id,
      trainer: { id: userId.parse(trainer.id), name: trainer.name },
      from: startsAt.toISOString(),
      to: endsAt.toISOString(),
    })),
  }
}
