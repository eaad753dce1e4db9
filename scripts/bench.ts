import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import type { Benchmark } from './benchmarks/measuring/bench-environment.ts'
import { buildOnce } from './dev-stack/build.ts'
import { generateClient } from './dev-stack/database/generate-client.ts'
import { Stop } from './running/expected-error.ts'
import { atEnd, endAll, endOnSignals } from './running/shutdown.ts'
import { main, step } from './running/step.ts'
import { startStack, TEST_BUILD } from './testing/stack.ts'

const folder = join(import.meta.dirname, 'benchmarks')
const moduleSchema = z.object({
  default: z.custom<Benchmark>((value) => typeof value === 'function'),
  /** What is loaded into the application's process beside it. */
  preload: z.string().optional(),
})

/** `npm run bench -- <name> [args]`: fails where what was measured is outside its limit. */
await main(async () => {
  const [name, ...args] = process.argv.slice(2)
  const names = listBenchmarks()
  if (!name || !names.includes(name)) {
    throw new Stop(
      `${name ? `There is no benchmark called ${name}` : 'Say which benchmark'}: ${names.join(', ') || 'there is none yet'}.`,
    )
  }
  endOnSignals()
  process.env.NEXT_DIST_DIR = TEST_BUILD
  try {
    await step('Database client ready', generateClient)
    const { default: run, preload } = moduleSchema.parse(
      await import(pathToFileURL(join(folder, `${name}.ts`)).href),
    )
    await step('Application built', () => buildOnce(TEST_BUILD))
    const stack = await step('Application ready', () => startStack({ preload }))
    atEnd(stack.stop)
    const isWithinLimit = await run({
      baseUrl: stack.baseUrl,
      databaseUrl: stack.postgres.url,
      livekit: {
        url: stack.liveKit.url,
        apiKey: stack.secrets.LIVEKIT_API_KEY,
        apiSecret: stack.secrets.LIVEKIT_API_SECRET,
      },
      args,
    })
    return isWithinLimit ? 0 : 1
  } finally {
    await endAll()
  }
})

function listBenchmarks(): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  return files.map((file) => file.replace(/\.ts$/, ''))
}
