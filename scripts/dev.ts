import { endAll } from './ending.ts'
import { sayWhereItIs } from './greeting.ts'
import { standOnGround, untilTheEnd } from './ground.ts'
import { main } from './step.ts'

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
