import type { SessionPanel } from '#components/schedule/session/session-href.ts'

export type ScheduleView = 'day' | 'week' | 'list'
export type SchedulePath = '/admin/schedule' | '/trainer/schedule' | '/student/schedule'

/** Filters of the school's sessions: ids, and values as in the API. */
export type ScheduleFilters = { trainer?: string; class?: string; mode?: string; status?: string }

/** A schedule's view and filters, and its open drawer. */
export type ScheduleQuery = ScheduleFilters & {
  path?: SchedulePath
  view?: ScheduleView
  date?: string
  /** The open session. */
  session?: string
  panel?: 'new' | SessionPanel
  /** The start of a new session, `18:30`. */
  start?: string
  /** The proposed start of the open session, `2026-11-26T18:30` on the viewer's clocks, and its new end. */
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

/** The URL of a schedule. */
export function scheduleHref({ path = '/admin/schedule', ...shown }: ScheduleQuery): string {
  const query = new URLSearchParams()
  for (const part of QUERY_KEYS) {
    const value = shown[part]
    if (value) query.set(part, value)
  }
  return query.size > 0 ? `${path}?${query}` : path
}

/** The URL that opens a session: a drawer in the schedule, or for students the session's own page. */
export function openSessionHref(shown: ScheduleQuery, sessionId: string): string {
  if (shown.path === '/student/schedule') return `/sessions/${sessionId}`
  return scheduleHref({ ...shown, session: sessionId })
}
