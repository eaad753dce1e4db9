import type { Actor } from '#lib/context/actor.ts'

/** Only admins manage locations. */
export function mayManageLocations(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'ADMIN'
}
