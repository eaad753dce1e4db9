/** Runs repeated work. Logs a fault when it starts and when it has passed, not each time. */
export function faultReporter(name: string): (work: () => Promise<unknown>) => Promise<void> {
  let failing = false
  return async function attempt(work): Promise<void> {
    try {
      await work()
      if (failing) console.info(`Worked again: ${name}`)
      failing = false
    } catch (error) {
      if (!failing)
        console.warn(`Could not ${name}, trying again:`, error instanceof Error ? error.message : error)
      failing = true
    }
  }
}
