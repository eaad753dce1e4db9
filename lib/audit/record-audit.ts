import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { AuditAction, AuditSubject } from './api.ts'
import type { AuditFacts } from './facts.ts'

type AuditEntry = {
  action: AuditAction
  subject: AuditSubject
  subjectId: string
  /** The changed facts before and after. */
  before?: AuditFacts
  after?: AuditFacts
  /** The subject's new revision, if the action raised it. */
  revision?: number
}

type Recording = Pick<SystemContext, 'database' | 'now'> & { actor?: Pick<Actor, 'id'> }

/** Records an audit event. Call it in the transaction of the change. Without an actor, the system acted. */
export async function recordAudit(context: Recording, entry: AuditEntry): Promise<void> {
  await recordAudits(context, [entry])
}

/** Records several audit events, like recordAudit(). */
export async function recordAudits(
  { database, now, actor }: Recording,
  entries: AuditEntry[],
): Promise<void> {
  const actorId = actor?.id ?? null
  await database.auditEvent.createMany({ data: entries.map((entry) => ({ ...entry, at: now, actorId })) })
}
