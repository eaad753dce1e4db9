import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { runPackage } from '#scripts/running/run-program.ts'

const SHELL = 'chromium-headless-shell'
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/**
 * Path of the Chromium for tests: from CHROMIUM_PATH, PATH, Debian's package, or Playwright's own. Returns null for
 * the last, which Playwright finds automatically.
 * @param wants `shell` draws no window around the page, which saves CPU with many browsers; `browser` is the full
 * browser that users have, for measurements
 */
export async function findBrowser(wants: 'shell' | 'browser'): Promise<string | null> {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (!existsSync(given))
      throw new ExpectedError(`There is no browser at CHROMIUM_PATH (${given}): mend or unset it.`)
    return given
  }
  const names = wants === 'shell' ? [SHELL, ...BROWSERS] : BROWSERS
  return findOnPath(names) ?? installFromDebian(names) ?? (await installFromPlaywright())
}

function findOnPath(names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return candidates.find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Older Debian releases have no separate shell package. */
function installFromDebian(names: string[]): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.info('… Installing Chromium with apt-get')
  aptGet('update')
  const packages = names.filter((name) => name === SHELL || name === 'chromium')
  const isInstalled = packages.some((name) => aptGet('install', '-y', '--no-install-recommends', name))
  return isInstalled ? findOnPath(names) : null
}

function aptGet(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', args, { env, stdio: 'ignore' }).status === 0
}

async function installFromPlaywright(): Promise<null> {
  console.info('… Installing Chromium with Playwright')
  const { code, output } = await runPackage('playwright', ['install', 'chromium'])
  if (code !== 0) {
    throw new ExpectedError(
      `No browser could be installed: install Chromium and set CHROMIUM_PATH to it.\n${output.trim()}`,
    )
  }
  return null
}
