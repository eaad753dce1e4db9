import { faultReporter } from './fault-reporter.ts'

/** Work that is due on every `beats`th beat, with what the works of one beat share. */
export type TickTask<Shared> = {
  name: string
  everyTicks: number
  work: (shared: Shared) => Promise<unknown>
}

/**
 * Runs several works on one beat of `interval` ms, the first now, until the returned function is called. A work that
 * is still running skips its beat and holds up no other one.
 * @param createShared makes what the works of one beat share
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
    // Made in the first attempt, which reports the fault where it cannot be made.
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
