import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from '@playwright/test'

/** Milliseconds of a second: of scripts alone, and of all that the main thread does. */
export type MainThread = { script: number; task: number }

/**
 * What the page's main thread spends over so long. Processor time, not the clock's: what else the machine does makes
 * no page look slow.
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
