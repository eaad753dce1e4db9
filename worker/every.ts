/**
 * Runs `work` now and again `interval` ms after it ended, until the returned function is called.
 * A fault is logged when it begins and when it has passed, not each time.
 */
export function every(interval: number, name: string, work: () => Promise<unknown>): () => void {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let failing = false
  async function run(): Promise<void> {
    try {
      await work()
      if (failing) console.info(`Worked again: ${name}`)
      failing = false
    } catch (error) {
      if (!failing)
        console.warn(`Could not ${name}, trying again:`, error instanceof Error ? error.message : error)
      failing = true
    }
    if (!stopped) timer = setTimeout(run, interval).unref()
  }
  void run()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
