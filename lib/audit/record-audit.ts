import 'server-only'
import type { Actor } from '#lib/identity/actor.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { AuditAction, AuditSubject } from './api.ts'
import type { AuditFacts } from './facts.ts'

type AuditEntry = {
  action: AuditAction
  subject: AuditSubject
  subjectId: string
  /** What was, and what is now: only what changed. */
  before?: AuditFacts
  after?: AuditFacts
}

/** Writes who did what, in the transaction of the change itself. Without an actor it was the system. */
export async function recordAudit(
  { database, now, actor }: Pick<SystemContext, 'database' | 'now'> & { actor?: Pick<Actor, 'id'> },
  entry: AuditEntry,
): Promise<void> {
  await database.auditEvent.create({ data: { ...entry, at: now, actorId: actor?.id ?? null } })
}
