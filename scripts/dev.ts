import { printBanner } from './dev-stack/banner.ts'
import { startDevStack, waitForShutdown } from './dev-stack/dev-stack.ts'
import { runScript } from './running/run-step.ts'
import { shutDown } from './running/shutdown.ts'

await runScript(async () => {
  try {
    const begun = performance.now()
    const ground = await startDevStack(true, async () => {})
    printBanner(ground, performance.now() - begun)
    return await waitForShutdown()
  } catch (error) {
    await shutDown()
    throw error
  }
})
