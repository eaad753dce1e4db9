import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SeatKind } from '#lib/kernel/enums.ts'
import { type SessionId, sessionId as toSessionId, type UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import type { ClassSession, switchSeatEndpoint } from '#lib/sessions/api.ts'
import { readOwnSessionRow, readSession } from '#lib/sessions/read-session.ts'
import { type SwitchRefusal, switchRefusal } from '#lib/sessions/switch-policy.ts'
import { countFreeSeats } from './policy.ts'
import { promoteWaitlists } from './promote-waitlist.ts'
import { lockOpenSession } from './seat-students.ts'
import {
  addToWaitlist,
  countSeats,
  type LockedSession,
  lockWaitlists,
  refuseFull,
  removeWaitlistEntries,
} from './seats.ts'

type Input = { sessionId: SessionId; studentId: UserId } & z.output<typeof switchSeatEndpoint.body>

/**
 * Switches a student's seat to the other kind. Both counts and the seat change together, and the freed seat goes to
 * the first student waitlisted for it. If the kind is full, the student joins its waitlist on request (`whenFull`).
 * Idempotent.
 * @throws Refusal `not_found`, `forbidden`, `conflict` (full, over, too late, no seat, a session of one kind)
 */
export async function switchSeat(
  context: Context,
  { sessionId, studentId, kind, whenFull = 'refuse' }: Input,
): Promise<ClassSession> {
  await refuseUnlessMaySwitch(context, sessionId, studentId)
  return inTransaction(context, async (context) => {
    await lockWaitlists(context, [sessionId], [studentId])
    const session = await lockOpenSession(context, sessionId)
    await refuseUnlessMaySwitch(context, sessionId, studentId)
    if (await moveSeat(context, session, { studentId, kind, whenFull })) {
      await promoteWaitlists(context, [sessionId])
    }
    return readSession(context, sessionId)
  })
}

type Move = { studentId: string; kind: SeatKind; whenFull: 'refuse' | 'waitlist' }

/**
 * Moves a locked student's seat in a locked session, or adds the student to the waitlist for the kind. Returns
 * whether a seat of the other kind is free now.
 * @throws Refusal `conflict`: no seat, or full
 */
export async function moveSeat(
  context: Context,
  session: LockedSession,
  { studentId, kind, whenFull }: Move,
): Promise<boolean> {
  const sessionId = toSessionId.parse(session.id)
  const key = { sessionId_studentId: { sessionId, studentId } }
  const seat = await context.database.seat.findUnique({ where: key, select: { kind: true } })
  if (!seat) throw new Refusal('conflict', 'noSeatToSwitch')
  if (seat.kind !== kind && countFreeSeats(session)[kind] === 0) {
    if (whenFull === 'refuse') throw refuseFull(session, kind)
    await addToWaitlist(context, sessionId, [{ studentId, kind }])
    await publishToPages(context, sessionId)
    return false
  }
  const left = await removeWaitlistEntries(context, sessionId, [studentId])
  if (seat.kind !== kind) {
    await context.database.seat.update({ where: key, data: { kind }, select: { kind: true } })
    await countSeats(context, sessionId)
    await recordAudit(context, {
      action: 'seat_switched',
      subject: 'session',
      subjectId: sessionId,
      before: { seatKind: seat.kind },
      after: { seatKind: kind, studentIds: [studentId] },
    })
  }
  if (seat.kind !== kind || left.length > 0) await publishToPages(context, sessionId)
  return seat.kind !== kind
}

const sentences = {
  not_yours: ['forbidden', 'notYourSession'],
  not_offered: ['forbidden', 'switchNotOffered'],
  single_kind: ['conflict', 'noInPersonSeats'],
  over: ['conflict', 'seatsOnlyOpen'],
  too_late: ['conflict', 'switchTooLate'],
} as const satisfies Record<SwitchRefusal, unknown>

/** @throws Refusal `not_found`, `forbidden`, `conflict` */
async function refuseUnlessMaySwitch(
  context: Context,
  sessionId: SessionId,
  studentId: UserId,
): Promise<void> {
  const session = await readOwnSessionRow(context, sessionId)
  const refusal = switchRefusal(context.actor, session, studentId, context.now)
  if (!refusal) return
  const [code, reason] = sentences[refusal]
  throw new Refusal(code, reason, { values: { minutes: session.class.switchUntilMinutes } })
}
