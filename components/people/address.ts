import type { Role } from '#lib/identity/actor.ts'

type PeopleAddress = {
  role?: Role
  search?: string
  after?: string
  panel?: 'invite' | 'new' | 'change'
  /** Who is changed. */
  person?: string
}

/** The people's address for the part of them that it shows. */
export function peopleHref({ role, search, after, panel, person }: PeopleAddress): string {
  const query = new URLSearchParams()
  if (role) query.set('role', role)
  if (search) query.set('search', search)
  if (after) query.set('after', after)
  if (panel) query.set('panel', panel)
  if (person) query.set('person', person)
  return query.size > 0 ? `/admin/people?${query}` : '/admin/people'
}
