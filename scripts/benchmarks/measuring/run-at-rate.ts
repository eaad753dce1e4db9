import { setTimeout as delay } from 'node:timers/promises'

/** Begins so many works a second, whether or not the ones before have ended, and waits for all. */
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
