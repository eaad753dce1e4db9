import { faultReporter } from './fault-reporter.ts'

/** Runs `work` now and again `interval` ms after it ended, until the returned function is called. */
export function repeatEvery(interval: number, name: string, work: () => Promise<unknown>): () => void {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const attempt = faultReporter(name)
  async function run(): Promise<void> {
    await attempt(work)
    if (!stopped) timer = setTimeout(run, interval).unref()
  }
  void run()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
