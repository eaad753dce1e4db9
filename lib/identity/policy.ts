import type { Actor } from './actor.ts'

/** Only admins see and change the school's people. */
export function mayManagePeople(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'ADMIN'
}
