export type ScheduleView = 'week' | 'day'

type ScheduleAddress = { view?: ScheduleView; date?: string; panel?: 'new' }

/** The schedule's address for what it shows. */
export function scheduleHref({ view, date, panel }: ScheduleAddress): string {
  const query = new URLSearchParams()
  if (view) query.set('view', view)
  if (date) query.set('date', date)
  if (panel) query.set('panel', panel)
  return query.size > 0 ? `/admin/schedule?${query}` : '/admin/schedule'
}
