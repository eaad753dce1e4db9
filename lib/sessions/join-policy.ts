import type { JoinRefusal } from '#lib/kernel/enums.ts'
import { type ActorIdentity, isMember, isModerator, type SessionAccess } from './policy.ts'

/**
 * Why the actor may not enter the session's room now, or null if they may.
 * Online sessions are open while scheduled; offline ones once their trainer has started them.
 * Source: docs/contract.md, "Room token".
 */
export function joinRefusal(actor: ActorIdentity, session: SessionAccess): JoinRefusal | null {
  if (!isMember(session, actor)) return 'not_yours'
  if (session.removed) return 'removed'
  switch (session.status) {
    case 'cancelled':
    case 'completed':
      return session.status
    case 'scheduled':
      return session.sessionType === 'offline' ? 'not_started' : admissionRefusal(actor, session)
    case 'in_progress':
      return admissionRefusal(actor, session)
  }
}

function admissionRefusal(actor: ActorIdentity, session: SessionAccess): JoinRefusal | null {
  if (session.admission !== 'lobby' || session.admitted || isModerator(actor, session)) return null
  return 'not_admitted'
}
