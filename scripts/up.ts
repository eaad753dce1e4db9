import { buildOnce } from './build.ts'
import { endAll } from './ending.ts'
import { sayWhereItIs } from './greeting.ts'
import { standOnGround, untilTheEnd } from './ground.ts'
import { main, step } from './step.ts'

await main(async () => {
  try {
    const begun = performance.now()
    const ground = await standOnGround(false, build)
    sayWhereItIs(ground, performance.now() - begun)
    return await untilTheEnd()
  } catch (error) {
    await endAll()
    throw error
  }
})

function build(): Promise<boolean> {
  return step(
    (built) => (built ? 'Application built' : 'Application built before'),
    () => buildOnce('.next'),
  )
}
