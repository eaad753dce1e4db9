import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { runPackage } from '#scripts/running/run-program.ts'
import { hashSources } from '#scripts/running/sources.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Builds for production, unless the output is up to date with the sources. Returns whether it built.
 * @param folder the output: `.next`, or another folder for tests
 * @throws ExpectedError with the build's output
 */
export async function buildOnce(folder: string): Promise<boolean> {
  const stamp = join(root, folder, 'sources.sha256')
  const sources = hashSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false
  rmSync(stamp, { force: true })
  const { code, output } = await runPackage('next', ['build'], {
    env: { NODE_ENV: 'production', NEXT_DIST_DIR: folder, NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' },
  })
  if (code !== 0) throw new ExpectedError(`The build failed:\n${output}`)
  writeFileSync(stamp, sources)
  return true
}
