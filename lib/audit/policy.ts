import type { Actor } from '#lib/context/actor.ts'

/** Only admins read who did what. */
export function mayReadAudit(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'ADMIN'
}
