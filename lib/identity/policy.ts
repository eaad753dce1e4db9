import type { Actor } from '#lib/context/actor.ts'

/** Only admins see and change the school's people. */
export function mayManagePeople(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'ADMIN'
}

/** Staff tell people of one name apart by their e-mail addresses. Students never read addresses of other people. */
export function mayReadEmails(actor: Pick<Actor, 'role'>): boolean {
  return actor.role !== 'STUDENT'
}
