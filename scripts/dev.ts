import { sayWhereItIs } from './dev-stack/banner.ts'
import { standOnGround, untilTheEnd } from './dev-stack/dev-stack.ts'
import { endAll } from './running/shutdown.ts'
import { main } from './running/step.ts'

await main(async () => {
  try {
    const begun = performance.now()
    const ground = await standOnGround(true, async () => {})
    sayWhereItIs(ground, performance.now() - begun)
    return await untilTheEnd()
  } catch (error) {
    await endAll()
    throw error
  }
})
