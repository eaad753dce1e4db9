import { existsSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'

const AUTOGROUP = '/proc/self/autogroup'

/**
 * Has this process and those that it starts come after every other session of processes, where the system can: Linux
 * shares time between sessions first (man 7 sched, "The autogroup feature"). People's devices are machines of their
 * own, so what is measured comes first.
 */
export function lowerPriority(): void {
  if (existsSync(AUTOGROUP)) writeFileSync(AUTOGROUP, String(constants.priority.PRIORITY_LOW))
}
