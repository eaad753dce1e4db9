import type { SessionStatus } from '#lib/kernel/enums.ts'
import { isOpen } from '#lib/sessions/policy.ts'
import type { ClockSpan } from './block.ts'

/** A session with the trainer and location that it books. */
export type Booked = ClockSpan & {
  id: string
  status: SessionStatus
  trainer: { id: string; name: string }
  location: { id: string; name: string } | null
}

export type Conflict = { kind: 'trainer' | 'location'; name: string }

/** The session's trainer and location if other sessions book them at its new time. Each at most once, trainer first. */
export function findConflicts(moved: Booked, sessions: Booked[]): Conflict[] {
  const then = sessions.filter(
    (other) => other.id !== moved.id && isOpen(other) && other.start < moved.end && moved.start < other.end,
  )
  const conflicts: Conflict[] = []
  if (then.some(({ trainer }) => trainer.id === moved.trainer.id)) {
    conflicts.push({ kind: 'trainer', name: moved.trainer.name })
  }
  const { location } = moved
  if (location && then.some((other) => other.location?.id === location.id)) {
    conflicts.push({ kind: 'location', name: location.name })
  }
  return conflicts
}
