import type { Actor } from '#lib/context/actor.ts'

/** Only admins see and change the school's people. */
export function mayManagePeople(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'ADMIN'
}

/** Staff distinguish people with the same name by e-mail. Students never see the addresses of other people. */
export function mayReadEmails(actor: Pick<Actor, 'role'>): boolean {
  return actor.role !== 'STUDENT'
}
