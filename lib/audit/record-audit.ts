import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { AuditAction, AuditSubject } from './api.ts'
import type { AuditFacts } from './facts.ts'

type AuditEntry = {
  action: AuditAction
  subject: AuditSubject
  subjectId: string
  /** What was, and what is now: only what changed. */
  before?: AuditFacts
  after?: AuditFacts
  /** The subject's revision after this, where this raised it. */
  revision?: number
}

type Recording = Pick<SystemContext, 'database' | 'now'> & { actor?: Pick<Actor, 'id'> }

/** Writes who did what, in the transaction of the change itself. Without an actor it was the system. */
export async function recordAudit(context: Recording, entry: AuditEntry): Promise<void> {
  await recordAudits(context, [entry])
}

/** The same for what was done to several things at once. */
export async function recordAudits(
  { database, now, actor }: Recording,
  entries: AuditEntry[],
): Promise<void> {
  const actorId = actor?.id ?? null
  await database.auditEvent.createMany({ data: entries.map((entry) => ({ ...entry, at: now, actorId })) })
}
