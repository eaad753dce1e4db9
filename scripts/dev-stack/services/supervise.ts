import { setTimeout as sleep } from 'node:timers/promises'
import { seconds } from '#scripts/running/run-step.ts'
import { isShuttingDown } from '#scripts/running/shutdown.ts'
import type { Service } from './service.ts'

const LOOK_EVERY_MS = 500
const LONGEST_PAUSE_MS = 10_000

/** Restarts crashed services, with a growing delay while a service keeps crashing. */
export function supervise(services: Service[]): void {
  for (const service of services) void watch(service)
}

async function watch(service: Service): Promise<void> {
  let pause = 0
  for (;;) {
    await sleep(LOOK_EVERY_MS)
    if (isShuttingDown()) return
    if (service.isRunning()) continue
    console.warn(`! ${service.name} has ended unexpectedly: it is started again`)
    pause = await restart(service, pause)
  }
}

/** Returns the delay before the next restart: none if the service has run for a while. */
async function restart(service: Service, firstPause: number): Promise<number> {
  let pause = firstPause
  for (;;) {
    await sleep(pause)
    if (isShuttingDown()) return 0
    pause = Math.min(Math.max(pause * 2, LOOK_EVERY_MS), LONGEST_PAUSE_MS)
    const begun = performance.now()
    try {
      await service.start()
      console.info(`✓ ${service.name} runs again (${seconds(performance.now() - begun)})`)
      return (await heldFor(service, LONGEST_PAUSE_MS)) ? 0 : pause
    } catch (error) {
      if (isShuttingDown()) return 0
      console.error(`✗ ${error instanceof Error ? error.message : error}`)
    }
  }
}

async function heldFor(service: Service, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds
  while (Date.now() < until && service.isRunning() && !isShuttingDown()) await sleep(LOOK_EVERY_MS)
  return service.isRunning()
}
