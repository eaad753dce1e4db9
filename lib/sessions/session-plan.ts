import { z } from 'zod'
import { sessionId, userId } from '#lib/kernel/ids.ts'
import { sessionStatus } from './api.ts'

const stored = z.iso.datetime().transform((value) => new Date(value))

/** The planned values of a session, which a change can replace. */
export const sessionPlan = z.object({
  startsAt: stored,
  endsAt: stored,
  /** Intended wall time of the start in the class's zone; `wallLater`: its second occurrence. */
  wallStart: z.string().nullable(),
  wallLater: z.boolean(),
  trainerId: userId,
  locationId: z.uuid().nullable(),
  capacity: z.int(),
  inPersonCapacity: z.int(),
  title: z.string().nullable(),
  status: sessionStatus,
  endedAt: stored.nullable(),
  cancelReason: z.string().nullable(),
})
export type SessionPlan = z.output<typeof sessionPlan>

/** A session before and after a change, as stored; `revision` is the one after it. */
export const changedSession = z.object({
  sessionId,
  classId: z.uuid(),
  revision: z.int(),
  was: sessionPlan,
  now: sessionPlan,
})
export type ChangedSession = z.output<typeof changedSession>

type Span = { startsAt: Date; endsAt: Date }

/** Whether a change moves a session to another time. */
export function isMoved({ was, now }: { was: Span; now: Span }): boolean {
  return was.startsAt.getTime() !== now.startsAt.getTime() || was.endsAt.getTime() !== now.endsAt.getTime()
}
