import type { ScheduleFilters } from './schedule-href.ts'

/** All sessions. */
export const NO_FILTERS: ScheduleFilters = {
  trainer: undefined,
  class: undefined,
  mode: undefined,
  status: undefined,
}
