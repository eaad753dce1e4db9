import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runPackage } from '#scripts/run-program.ts'
import { Stop } from '#scripts/stop.ts'

// The shell draws no window around the page, which a test would pay for.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]

/**
 * A Chromium to test with: the one of CHROMIUM_PATH, one on PATH, Debian's package, or Playwright's own. Returns null
 * for the last, which Playwright finds by itself.
 */
export async function findBrowser(): Promise<string | null> {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (!existsSync(given))
      throw new Stop(`There is no browser at CHROMIUM_PATH (${given}): mend or unset it.`)
    return given
  }
  return findOnPath() ?? installFromDebian() ?? (await installFromPlaywright())
}

function findOnPath(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
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

function installFromDebian(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.info('… Installing Chromium with apt-get')
  const aptGet = (...args: string[]) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return spawnSync('apt-get', args, { env, stdio: 'ignore' }).status === 0
  }
  const install = (name: string) => aptGet('install', '-y', '--no-install-recommends', name)
  aptGet('update')
  // Older releases of Debian have only the whole browser.
  return install('chromium-headless-shell') || install('chromium') ? findOnPath() : null
}

async function installFromPlaywright(): Promise<null> {
  console.info('… Installing Chromium with Playwright')
  const { code, output } = await runPackage('playwright', ['install', 'chromium'])
  if (code !== 0) {
    throw new Stop(
      `No browser could be installed: install Chromium and set CHROMIUM_PATH to it.\n${output.trim()}`,
    )
  }
  return null
}
