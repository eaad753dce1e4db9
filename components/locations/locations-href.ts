export type LocationsQuery = {
  show?: 'archived'
  after?: string
  panel?: 'new' | 'change'
  location?: string
}

/** The URL of the locations, with the open drawer. */
export function locationsHref(address: LocationsQuery): string {
  const query = new URLSearchParams(Object.entries(address).filter(([, value]) => value))
  return query.size > 0 ? `/admin/locations?${query}` : '/admin/locations'
}
