import type { ClassMode, SessionType } from '#lib/kernel/enums.ts'
import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { violatedConstraint } from '#lib/database/faults.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal, type RefusalReason } from '#lib/kernel/refusal.ts'
import { findBookings, type PlannedSlot, type Span } from './collisions.ts'
import { LONGEST_SESSION_MS, mayPlan } from './policy.ts'
import { refuseUnlessLocation } from './refuse-unless-location.ts'

/** @throws Refusal `not_found` and then `forbidden`: existence is asked before right */
export async function refuseUnlessMayPlan({ database, actor }: Context, id: SessionId): Promise<void> {
  const found = await database.classSession.findUnique({ where: { id }, select: { id: true } })
  if (!found) throw new Refusal('not_found', 'noSuchSession')
  if (!mayPlan(actor)) throw new Refusal('forbidden', 'notAllowed')
}

/** @throws Refusal `invalid` where the span is empty, backwards or over 12 hours */
export function refuseBadSpan({ startsAt, endsAt }: Span): void {
  if (endsAt <= startsAt)
    throw new Refusal('invalid', 'endsBeforeStart', { fields: { endsAt: 'endsBeforeStart' } })
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_SESSION_MS) {
    throw new Refusal('invalid', 'sessionTooLong', { fields: { endsAt: 'sessionTooLong' } })
  }
}

/** An ONLINE class has online sessions, an OFFLINE one offline sessions, a HYBRID one both (docs/contract.md). */
export function refuseTypeOutsideMode(mode: ClassMode, type: SessionType): void {
  if (mode === 'HYBRID' || mode === type.toUpperCase()) return
  throw new Refusal('invalid', 'typeNotInMode', {
    values: { mode, type },
    fields: { sessionType: 'typeNotInMode' },
  })
}

/**
 * Holds somebody's being a trainer until the transaction ends. One booking of them at a time: two that collide would
 * else each wait for the other's row in the exclusion constraint, until PostgreSQL takes it for a deadlock a second later.
 * @throws Refusal `invalid` where the id is no trainer's who can sign in
 */
export async function refuseUnlessTrainer(
  { database }: Pick<Context, 'database'>,
  trainerId: string,
): Promise<void> {
  const [trainer] = await database.$queryRaw<{ disabledAt: Date | null }[]>`
    SELECT "disabledAt" FROM "User" WHERE "id" = ${trainerId}::uuid AND "role" = 'TRAINER'
    FOR NO KEY UPDATE`
  if (!trainer) throw new Refusal('invalid', 'noSuchTrainer', { fields: { trainerId: 'noSuchTrainer' } })
  if (trainer.disabledAt)
    throw new Refusal('invalid', 'trainerDisabled', { fields: { trainerId: 'trainerDisabled' } })
}

type Booked = { trainerId?: string; locationId?: string | null }

/**
 * Holds trainers and locations as they are until the transaction ends, each by id so that nobody waits in a circle.
 * @throws Refusal `invalid` where one of them cannot be booked
 */
export async function refuseUnbookable(context: Pick<Context, 'database'>, booked: Booked[]): Promise<void> {
  const trainerIds = new Set(booked.flatMap(({ trainerId }) => trainerId ?? []).toSorted())
  for (const id of trainerIds) await refuseUnlessTrainer(context, id)
  const locationIds = new Set(booked.flatMap(({ locationId }) => locationId ?? []).toSorted())
  for (const id of locationIds) await refuseUnlessLocation(context, id)
}

const sentences: Record<string, RefusalReason> = {
  ClassSession_trainer_once: 'trainerBusy',
  ClassSession_location_once: 'locationBusy',
}

/** What the database refused of a plan, as a sentence with what it collides with; else the error itself. */
export async function explainBookingConflict(
  context: Pick<Context, 'database'>,
  error: unknown,
  planned: PlannedSlot[],
): Promise<unknown> {
  const reason = sentences[violatedConstraint(error) ?? '']
  if (!reason) return error
  return new Refusal('conflict', reason, { collisions: await findBookings(context, planned) })
}
