import type { SessionPanel } from '#components/schedule/session/session-href.ts'

export type ScheduleView = 'day' | 'week' | 'list'
export type SchedulePath = '/admin/schedule' | '/trainer/schedule' | '/student/schedule'

/** Which sessions of the school are shown; ids, and values as the API has them. */
export type ScheduleFilters = { trainer?: string; class?: string; mode?: string; status?: string }

/** What a schedule shows, and what is open beside it. */
export type ScheduleQuery = ScheduleFilters & {
  path?: SchedulePath
  view?: ScheduleView
  date?: string
  /** The session that is open. */
  session?: string
  panel?: 'new' | SessionPanel
  /** When a new session is to start, `18:30`. */
  start?: string
  /** Where the open session is to be moved, `2026-11-26T18:30` on the viewer's clocks, and its new end. */
  at?: string
  until?: string
}

const QUERY_KEYS = [
  'view',
  'date',
  'trainer',
  'class',
  'mode',
  'status',
  'session',
  'panel',
  'start',
  'at',
  'until',
] as const

/** The schedule's address for what it shows. */
export function scheduleHref({ path = '/admin/schedule', ...shown }: ScheduleQuery): string {
  const query = new URLSearchParams()
  for (const part of QUERY_KEYS) {
    const value = shown[part]
    if (value) query.set(part, value)
  }
  return query.size > 0 ? `${path}?${query}` : path
}

/** Where a session of a schedule opens: beside it, for a student on its own page. */
export function openSessionHref(shown: ScheduleQuery, sessionId: string): string {
  if (shown.path === '/student/schedule') return `/sessions/${sessionId}`
  return scheduleHref({ ...shown, session: sessionId })
}
