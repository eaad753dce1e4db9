import { existsSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'

const AUTOGROUP = '/proc/self/autogroup'

/**
 * Gives this process and its children a lower priority than all other process sessions, if the system supports it:
 * Linux shares CPU time between sessions first (man 7 sched, "The autogroup feature"). Participants' devices are
 * separate machines in reality, so the measured system gets priority.
 */
export function lowerPriority(): void {
  if (existsSync(AUTOGROUP)) writeFileSync(AUTOGROUP, String(constants.priority.PRIORITY_LOW))
}
