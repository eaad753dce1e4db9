import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { violatedConstraint } from '#lib/database/faults.ts'
import type { ClassMode, SessionType } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal, type RefusalReason } from '#lib/kernel/refusal.ts'
import { findBookings, type PlannedSlot, type Span } from './collisions.ts'
import { LONGEST_SESSION_MS, mayPlan } from './policy.ts'
import { refuseUnlessLocation } from './refuse-unless-location.ts'

/** @throws Refusal `not_found`, then `forbidden`: existence is checked before rights */
export async function refuseUnlessMayPlan({ database, actor }: Context, id: SessionId): Promise<void> {
  const found = await database.classSession.findUnique({ where: { id }, select: { id: true } })
  if (!found) throw new Refusal('not_found', 'noSuchSession')
  if (!mayPlan(actor)) throw new Refusal('forbidden', 'notAllowed')
}

/** @throws Refusal `invalid` if the span is empty, reversed or over 12 hours */
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
 * Locks the trainer until the transaction ends, so that they stay a trainer and are booked by one transaction at a
 * time. Otherwise two colliding bookings would wait for each other's row in the exclusion constraint, until
 * PostgreSQL reports a deadlock a second later.
 * @throws Refusal `invalid` unless the id belongs to a trainer who can sign in
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
 * Locks trainers and locations until the transaction ends, each in the order of ids to avoid deadlocks.
 * @throws Refusal `invalid` if one of them cannot be booked
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

/** Turns a violated booking constraint into a refusal with the collisions; returns any other error unchanged. */
export async function explainBookingConflict(
  context: Pick<Context, 'database'>,
  error: unknown,
  planned: PlannedSlot[],
): Promise<unknown> {
  const reason = sentences[violatedConstraint(error) ?? '']
  if (!reason) return error
  return new Refusal('conflict', reason, { collisions: await findBookings(context, planned) })
}
