import type { ScheduleFilters } from './address.ts'

/** All sessions. */
export const NO_FILTERS: ScheduleFilters = {
  trainer: undefined,
  class: undefined,
  mode: undefined,
  status: undefined,
}
