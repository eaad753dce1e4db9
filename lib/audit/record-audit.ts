import 'server-only'
import type { Actor } from '#lib/identity/actor.ts'
import type { SystemContext } from '#lib/process/context.ts'

export type AuditAction =
  | 'password-changed'
  | 'user-created'
  | 'class-created'
  | 'students-enrolled'
  | 'session-created'
  | 'session-changed'
  | 'session-cancelled'
  | 'session-started'
  | 'session-ended'
  | 'start-refused'
  | 'students-seated'
  | 'students-unseated'
  | 'participant-removed'
  | 'participant-let-in'

type AuditEntry = {
  action: AuditAction
  subject: 'user' | 'class' | 'session'
  subjectId: string
  /** Ids, times and states; never free text about people, never a secret. */
  details?: Record<string, string | number | boolean | null | string[]>
}

/** Writes who did what, in the transaction of the change itself. Without an actor it was the system. */
export async function recordAudit(
  { database, now, actor }: Pick<SystemContext, 'database' | 'now'> & { actor?: Actor },
  { action, subject, subjectId, details = {} }: AuditEntry,
): Promise<void> {
  await database.auditEvent.create({
    data: { at: now, actorId: actor?.id ?? null, action, subject, subjectId, details },
  })
}
