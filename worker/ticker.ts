import { faultReporter } from './fault-reporter.ts'

/** Work that runs on every `everyTicks`th tick, with a value shared by the tasks of a tick. */
export type TickTask<Shared> = {
  name: string
  everyTicks: number
  work: (shared: Shared) => Promise<unknown>
}

/**
 * Runs several tasks on a tick of `interval` ms, the first immediately, until the returned function is called. A
 * task that is still running skips its tick and does not delay others.
 * @param createShared creates the value shared by the tasks of a tick
 */
export function startTicker<Shared>(
  interval: number,
  createShared: () => Shared,
  tasks: TickTask<Shared>[],
): () => void {
  const runners = tasks.map(({ name, everyTicks, work }) => {
    const attempt = faultReporter(name)
    let running = false
    return async function run(tick: number, shared: () => Shared): Promise<void> {
      if (running || tick % everyTicks !== 0) return
      running = true
      await attempt(async () => work(shared()))
      running = false
    }
  })
  let tick = 0
  function runAll(): void {
    // Created in the first attempt, which reports the fault if this fails.
    let created: { shared: Shared } | null = null
    const shared = () => {
      created ??= { shared: createShared() }
      return created.shared
    }
    for (const run of runners) void run(tick, shared)
    tick += 1
  }
  runAll()
  const timer = setInterval(runAll, interval).unref()
  return () => clearInterval(timer)
}
