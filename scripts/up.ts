import { sayWhereItIs } from './dev-stack/banner.ts'
import { buildOnce } from './dev-stack/build.ts'
import { standOnGround, untilTheEnd } from './dev-stack/dev-stack.ts'
import { endAll } from './running/shutdown.ts'
import { main, step } from './running/step.ts'

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
