import type { Actor } from '#lib/context/actor.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { isModerator, isTrainer, type SessionAccess } from '#lib/sessions/policy.ts'

type ActorIdentity = Pick<Actor, 'id' | 'role'>

/** How long authors can remove their own messages, in ms. */
export const OWN_REMOVAL_MS = 10 * MINUTE_MS

export type MessageVisibility = {
  authorId: string
  /** null: visible to everyone; else only to this student and the trainers. */
  privateWith: string | null
}

/** Whether the actor is the session's trainer or another trainer who assists. */
export function isSessionTrainer(actor: ActorIdentity, session: SessionAccess): boolean {
  return isTrainer(actor, session) || (actor.role === 'TRAINER' && isModerator(actor, session))
}

/** A private message is visible to its student and the trainers, not to students who assist. */
export function maySeeMessage(
  actor: ActorIdentity,
  session: SessionAccess,
  message: MessageVisibility,
): boolean {
  const { privateWith } = message
  return privateWith === null || privateWith === actor.id || isSessionTrainer(actor, session)
}

/** State of the chat for one author. */
type ChatState = { isLocked: boolean; takesPart: boolean }

export type ChatClosure = 'not_started' | 'locked'

/**
 * Why messages to everyone are refused, or null. The chat is closed while it is locked, and before a supervised
 * class has started.
 */
export function chatClosure({ isLocked, takesPart }: ChatState): ChatClosure | null {
  if (!takesPart) return 'not_started'
  return isLocked ? 'locked' : null
}

export type WriteRefusal = ChatClosure | 'not_yours'

/**
 * Why the actor may not write to everyone or, with `privateWith`, in a student's private thread; null if they may.
 * Private threads with the trainers stay open while the chat is closed.
 */
export function writeRefusal(
  actor: ActorIdentity,
  session: SessionAccess,
  { privateWith, ...room }: ChatState & { privateWith: string | null },
): WriteRefusal | null {
  if (privateWith === null) return chatClosure(room)
  return privateWith === actor.id || isSessionTrainer(actor, session) ? null : 'not_yours'
}
