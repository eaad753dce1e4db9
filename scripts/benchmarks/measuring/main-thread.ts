import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from '@playwright/test'

/** Milliseconds per second: scripts alone, and all main thread work. */
export type MainThread = { script: number; task: number }

/**
 * CPU time of the page's main thread over the given period. CPU time, not wall time, so that other load on the
 * machine does not count.
 */
export async function measureMainThread(page: Page, milliseconds: number): Promise<MainThread> {
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await client.send('Performance.getMetrics')
    const figureOf = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
    return { at: performance.now(), script: figureOf('ScriptDuration'), task: figureOf('TaskDuration') }
  }
  const before = await read()
  await delay(milliseconds)
  const after = await read()
  await client.detach()
  const perSecond = (of: keyof MainThread) => ((after[of] - before[of]) * 1e6) / (after.at - before.at)
  return { script: perSecond('script'), task: perSecond('task') }
}
