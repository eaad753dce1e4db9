type ClassesQuery = { show?: 'archived'; after?: string } & (
  | { panel?: 'new' }
  | { panel: 'enrol'; classId: string }
)

/** The classes' address, with what is open beside them. */
export function classesHref(address: ClassesQuery): string {
  const query = new URLSearchParams()
  if (address.show) query.set('show', address.show)
  if (address.after) query.set('after', address.after)
  if (address.panel) query.set('panel', address.panel)
  if ('classId' in address) query.set('class', address.classId)
  return query.size > 0 ? `/admin/classes?${query}` : '/admin/classes'
}
