import { joinRefusal } from './join-policy.ts'
import { type ActorIdentity, isOpen, mayAssist, mayModerate, mayPlan, type SessionAccess } from './policy.ts'

export type Abilities = {
  canJoin: boolean
  canStart: boolean
  canEnd: boolean
  /** Remove participants and allow them to rejoin; choose assistants; spotlight for everyone. */
  canModerate: boolean
  canAdmit: boolean
  /** Lower hands, grant the floor and take it back. */
  canManageHands: boolean
  canMute: boolean
  canLock: boolean
  canRemoveMessages: boolean
  /** Reschedule, cancel, seat, change trainer. */
  canChange: boolean
}

/** What the actor may do with the session now; pages and clients offer exactly this. */
export function abilitiesOf(actor: ActorIdentity, session: SessionAccess): Abilities {
  const open = isOpen(session)
  return {
    canJoin: joinRefusal(actor, session) === null,
    canStart: mayModerate(actor, session) && session.status === 'scheduled',
    canEnd: mayModerate(actor, session) && session.status === 'in_progress',
    canModerate: mayModerate(actor, session) && open,
    canAdmit: mayAssist(actor, session, 'admit') && open,
    canManageHands: mayAssist(actor, session, 'hands') && open,
    canMute: mayAssist(actor, session, 'mute') && open,
    canLock: mayAssist(actor, session, 'locks') && open,
    canRemoveMessages: mayAssist(actor, session, 'messages') && open,
    canChange: mayPlan(actor) && open,
  }
}
