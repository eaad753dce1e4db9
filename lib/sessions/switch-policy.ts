import type { Actor } from '#lib/context/actor.ts'
import type { SessionStatus } from '#lib/kernel/enums.ts'
import { isOpen, mayLead } from './policy.ts'

export type SwitchRefusal = 'not_yours' | 'not-offered' | 'one-kind' | 'over' | 'too-late'

/** What the rule about switching seats looks at. */
export type Switching = {
  status: SessionStatus
  trainerId: string
  startsAt: Date
  inPersonCapacity: number
  class: { studentsMaySwitch: boolean; switchUntilMinutes: number }
}

/** Until when its trainer and students may switch seats of a session. */
export function switchUntil({ startsAt, class: course }: Switching): Date {
  return new Date(startsAt.getTime() - course.switchUntilMinutes * 60_000)
}

/**
 * Why the actor may not switch a student's seat between online and the room, or null where they may: an admin while
 * the session is not over, its trainer until a set time before the start, and students for themselves until then,
 * where their class lets them.
 */
export function switchRefusal(
  actor: Pick<Actor, 'id' | 'role'>,
  session: Switching,
  studentId: string,
  now: Date,
): SwitchRefusal | null {
  const own = actor.role === 'STUDENT' && actor.id === studentId
  if (!own && !mayLead(actor, session)) return 'not_yours'
  if (session.inPersonCapacity === 0) return 'one-kind'
  if (!isOpen(session)) return 'over'
  if (actor.role === 'ADMIN') return null
  if (own && !session.class.studentsMaySwitch) return 'not-offered'
  return session.status === 'scheduled' && now < switchUntil(session) ? null : 'too-late'
}
