import { faultReporter } from './fault-reporter.ts'

/** Work that is due on every `beats`th beat, with what the works of one beat share. */
export type BeatWork<Shared> = { name: string; beats: number; work: (shared: Shared) => Promise<unknown> }

/**
 * Runs several works on one beat of `interval` ms, the first now, until the returned function is called. A work that
 * is still running skips its beat and holds up no other one.
 * @param share makes what the works of one beat share
 */
export function onBeat<Shared>(interval: number, share: () => Shared, works: BeatWork<Shared>[]): () => void {
  const runners = works.map(({ name, beats, work }) => {
    const attempt = faultReporter(name)
    let running = false
    return async function run(beat: number, shared: () => Shared): Promise<void> {
      if (running || beat % beats !== 0) return
      running = true
      await attempt(async () => work(shared()))
      running = false
    }
  })
  let beat = 0
  function runAll(): void {
    // Made in the first attempt, which reports the fault where it cannot be made.
    let made: { shared: Shared } | null = null
    const shared = () => {
      made ??= { shared: share() }
      return made.shared
    }
    for (const run of runners) void run(beat, shared)
    beat += 1
  }
  runAll()
  const timer = setInterval(runAll, interval).unref()
  return () => clearInterval(timer)
}
