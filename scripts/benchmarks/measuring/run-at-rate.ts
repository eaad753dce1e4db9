import { setTimeout as delay } from 'node:timers/promises'

/** Starts tasks at a fixed rate, whether or not earlier ones have finished, and waits for all. */
export async function runAtRate(
  perSecond: number,
  seconds: number,
  work: (turn: number) => Promise<void>,
): Promise<void> {
  const begun = performance.now()
  const works: Promise<void>[] = []
  for (let turn = 0; turn < perSecond * seconds; turn += 1) {
    const early = begun + (turn * 1000) / perSecond - performance.now()
    if (early > 0) await delay(early)
    works.push(work(turn))
  }
  await Promise.all(works)
}
