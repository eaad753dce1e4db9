import type { Actor } from '#lib/context/actor.ts'

/** Only admins read the audit trail. */
export function mayReadAudit(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'ADMIN'
}
