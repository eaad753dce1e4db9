import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { ClassSession, createSessionEndpoint } from '#lib/sessions/api.ts'
import { refuseBadSpan, refuseTypeOutsideMode } from '#lib/sessions/planning-checks.ts'
import { mayPlan } from '#lib/sessions/policy.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { wallOf } from '#lib/time/zones.ts'
import { planSessions } from './plan-sessions.ts'

type Input = z.output<typeof createSessionEndpoint.body>

/**
 * Plans a session and seats the class's enrolled students, in the order of enrolment if there are too few seats.
 * @throws Refusal `not_found` (class), `forbidden`, `invalid`, `conflict` (a trainer, location or student
 * double-booked)
 */
export async function createSession(
  context: Context,
  { allowOverlap, title = null, ...input }: Input,
): Promise<ClassSession> {
  const course = await context.database.class.findUnique({
    where: { id: input.classId },
    select: { mode: true, capacity: true, inPersonCapacity: true, locationId: true, timeZone: true },
  })
  if (!course) throw new Refusal('not_found', 'noSuchClass')
  if (!mayPlan(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  refuseBadSpan(input)
  refuseTypeOutsideMode(course.mode, input.sessionType)
  const { capacity, inPersonCapacity, locationId, timeZone } = course
  const session = {
    capacity,
    inPersonCapacity,
    locationId,
    ...input,
    title,
    ...wallOf(input.startsAt, timeZone),
  }
  const [id] = await planSessions(context, input.classId, { sessions: [session], allowOverlap })
  if (!id) throw new Refusal('unavailable', 'unexpected')
  return readSession(context, id)
}
