import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import type { Benchmark } from './benchmarks/measuring/bench-environment.ts'
import { buildOnce } from './dev-stack/build.ts'
import { generateClient } from './dev-stack/database/generate-client.ts'
import { ExpectedError } from './running/expected-error.ts'
import { runScript, runStep } from './running/run-step.ts'
import { onShutdown, shutDown, shutDownOnSignals } from './running/shutdown.ts'
import { startStack, TEST_BUILD } from './testing/stack.ts'

const folder = join(import.meta.dirname, 'benchmarks')
const moduleSchema = z.object({
  default: z.custom<Benchmark>((value) => typeof value === 'function'),
  /** A module that is preloaded into the application's process. */
  preload: z.string().optional(),
})

/** `npm run bench -- <name> [args]`: fails if a measurement exceeds its limit. */
await runScript(async () => {
  const [name, ...args] = process.argv.slice(2)
  const names = listBenchmarks()
  if (!name || !names.includes(name)) {
    throw new ExpectedError(
      `${name ? `There is no benchmark called ${name}` : 'Say which benchmark'}: ${names.join(', ') || 'there is none yet'}.`,
    )
  }
  shutDownOnSignals()
  process.env.NEXT_DIST_DIR = TEST_BUILD
  try {
    await runStep('Database client ready', generateClient)
    const { default: run, preload } = moduleSchema.parse(
      await import(pathToFileURL(join(folder, `${name}.ts`)).href),
    )
    await runStep('Application built', () => buildOnce(TEST_BUILD))
    const stack = await runStep('Application ready', () => startStack({ preload }))
    onShutdown(stack.stop)
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
    await shutDown()
  }
})

function listBenchmarks(): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  return files.map((file) => file.replace(/\.ts$/, ''))
}
