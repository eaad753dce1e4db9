import { ExpectedError } from './running/expected-error.ts'
import { runPackage } from './running/run-program.ts'
import { runScript } from './running/run-step.ts'

/** Writes all *.generated.ts files. The test that compares them also writes them. */
await runScript(async () => {
  const { code, output } = await runPackage(
    'vitest',
    ['run', 'app/api/openapi.json/generated', '--project', 'unit', '--update'],
    { env: { NODE_ENV: 'test' } },
  )
  if (code !== 0) throw new ExpectedError(output.trim())
  return 0
})
