type ClassesQuery = { show?: 'archived'; after?: string } & (
  | { panel?: 'new' }
  | { panel: 'enrol'; classId: string }
)

/** The URL of the class list, with its open drawer. */
export function classesHref(address: ClassesQuery): string {
  const query = new URLSearchParams()
  if (address.show) query.set('show', address.show)
  if (address.after) query.set('after', address.after)
  if (address.panel) query.set('panel', address.panel)
  if ('classId' in address) query.set('class', address.classId)
  return query.size > 0 ? `/admin/classes?${query}` : '/admin/classes'
}
