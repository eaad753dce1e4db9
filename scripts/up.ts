import { printBanner } from './dev-stack/banner.ts'
import { buildOnce } from './dev-stack/build.ts'
import { startDevStack, waitForShutdown } from './dev-stack/dev-stack.ts'
import { runScript, runStep } from './running/run-step.ts'
import { shutDown } from './running/shutdown.ts'

await runScript(async () => {
  try {
    const begun = performance.now()
    const ground = await startDevStack(false, build)
    printBanner(ground, performance.now() - begun)
    return await waitForShutdown()
  } catch (error) {
    await shutDown()
    throw error
  }
})

function build(): Promise<boolean> {
  return runStep(
    (built) => (built ? 'Application built' : 'Application built before'),
    () => buildOnce('.next'),
  )
}
