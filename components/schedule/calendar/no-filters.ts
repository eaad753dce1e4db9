import type { ScheduleFilters } from './schedule-href.ts'

/** Filters that show all sessions. */
export const NO_FILTERS: ScheduleFilters = {
  trainer: undefined,
  class: undefined,
  mode: undefined,
  status: undefined,
}
