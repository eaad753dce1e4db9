import type { Actor } from '#lib/context/actor.ts'

/** Only admins say where classes are held. */
export function mayManageLocations(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'ADMIN'
}
