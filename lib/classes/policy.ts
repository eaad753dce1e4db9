import type { Actor } from '#lib/context/actor.ts'

/** Only admins create classes and enrol students. */
export function mayManageClasses(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'ADMIN'
}
