import type { Actor } from '#lib/context/actor.ts'
import { isModerator, isTrainer, type SessionAccess } from '#lib/sessions/policy.ts'

type ActorIdentity = Pick<Actor, 'id' | 'role'>

/** How long one may take back what one wrote oneself. In ms. */
export const OWN_REMOVAL_MS = 10 * 60_000

export type MessageVisibility = {
  authorId: string
  /** null: to all; else between this student and who trains. */
  privateWith: string | null
}

/** Whoever trains the session: its trainer, and another trainer who assists. */
export function isSessionTrainer(actor: ActorIdentity, session: SessionAccess): boolean {
  return isTrainer(actor, session) || (actor.role === 'TRAINER' && isModerator(actor, session))
}

/** A private message is seen by its student and by who trains; not by students who assist. */
export function maySeeMessage(
  actor: ActorIdentity,
  session: SessionAccess,
  message: MessageVisibility,
): boolean {
  const { privateWith } = message
  return privateWith === null || privateWith === actor.id || isSessionTrainer(actor, session)
}

/** How the room stands for somebody who wants to write there. */
type ChatState = { isLocked: boolean; takesPart: boolean }

export type ChatClosure = 'not_started' | 'locked'

/** Why nothing may be written to all: before a supervised class has begun, and while the chat is locked. */
export function chatClosure({ isLocked, takesPart }: ChatState): ChatClosure | null {
  if (!takesPart) return 'not_started'
  return isLocked ? 'locked' : null
}

export type WriteRefusal = ChatClosure | 'not_yours'

/**
 * Why the actor may not write to all (null), or privately in the thread of a student. What goes to the trainer alone
 * is open also where the chat is closed.
 */
export function writeRefusal(
  actor: ActorIdentity,
  session: SessionAccess,
  { privateWith, ...room }: ChatState & { privateWith: string | null },
): WriteRefusal | null {
  if (privateWith === null) return chatClosure(room)
  return privateWith === actor.id || isSessionTrainer(actor, session) ? null : 'not_yours'
}
