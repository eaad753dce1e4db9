import { z } from 'zod'
import { sessionId, userId } from '#lib/kernel/ids.ts'
import { sessionStatus } from './api.ts'

const stored = z.iso.datetime().transform((value) => new Date(value))

/** What of a session planning decides, and a change can give another value. */
export const sessionPlan = z.object({
  startsAt: stored,
  endsAt: stored,
  /** What clocks of the class's zone are meant to show at its start; `wallLater`: the second time they do. */
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

/** What a session was and what it became, as a change keeps it; the revision is the one after it. */
export const changedSession = z.object({
  sessionId,
  classId: z.uuid(),
  revision: z.int(),
  was: sessionPlan,
  now: sessionPlan,
})
export type ChangedSession = z.output<typeof changedSession>

type Span = { startsAt: Date; endsAt: Date }

/** Whether a session has another time than it had. */
export function isMoved({ was, now }: { was: Span; now: Span }): boolean {
  return was.startsAt.getTime() !== now.startsAt.getTime() || was.endsAt.getTime() !== now.endsAt.getTime()
}
