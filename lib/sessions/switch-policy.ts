import type { Actor } from '#lib/context/actor.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { SessionStatus } from '#lib/kernel/enums.ts'
import { isOpen, mayModerate } from './policy.ts'

export type SwitchRefusal = 'not_yours' | 'not_offered' | 'single_kind' | 'over' | 'too_late'

/** Facts for the rule about switching seats. */
export type SwitchFacts = {
  status: SessionStatus
  trainerId: string
  startsAt: Date
  inPersonCapacity: number
  class: { studentsMaySwitch: boolean; switchUntilMinutes: number }
}

/** Deadline until which the trainer and the students may switch seats of a session. */
export function switchUntil({ startsAt, class: course }: SwitchFacts): Date {
  return new Date(startsAt.getTime() - course.switchUntilMinutes * MINUTE_MS)
}

/**
 * Why the actor may not switch a student's seat between online and in person, or null if they may. Admins may while
 * the session is open, its trainer until a set time before the start, and students for themselves until then, if
 * their class allows it.
 */
export function switchRefusal(
  actor: Pick<Actor, 'id' | 'role'>,
  session: SwitchFacts,
  studentId: string,
  now: Date,
): SwitchRefusal | null {
  const own = actor.role === 'STUDENT' && actor.id === studentId
  if (!own && !mayModerate(actor, session)) return 'not_yours'
  if (session.inPersonCapacity === 0) return 'single_kind'
  if (!isOpen(session)) return 'over'
  if (actor.role === 'ADMIN') return null
  if (own && !session.class.studentsMaySwitch) return 'not_offered'
  return session.status === 'scheduled' && now < switchUntil(session) ? null : 'too_late'
}
