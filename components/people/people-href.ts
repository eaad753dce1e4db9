import type { Role } from '#lib/kernel/enums.ts'

type PeopleQuery = {
  role?: Role
  search?: string
  /** Only people with the same name as another person. */
  sameName?: boolean
  after?: string
  panel?: 'invite' | 'new' | 'change'
  /** The person to change. */
  person?: string
}

/** The URL of the list of people with these filters. */
export function peopleHref({ role, search, sameName, after, panel, person }: PeopleQuery): string {
  const query = new URLSearchParams()
  if (role) query.set('role', role)
  if (search) query.set('search', search)
  if (sameName) query.set('sameName', 'true')
  if (after) query.set('after', after)
  if (panel) query.set('panel', panel)
  if (person) query.set('person', person)
  return query.size > 0 ? `/admin/people?${query}` : '/admin/people'
}
