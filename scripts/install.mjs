import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Runs `npm ci` unless node_modules already matches package-lock.json. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return
  const release = await takeTurn(root)
  try {
    if (!isInstalled(root)) install(root)
  } finally {
    release()
  }
}

/** npm writes the hidden lockfile last: a killed install leaves no lockfile or an old one. */
function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted)
    throw new Error(
      'package-lock.json is missing or broken: restore it with `git checkout package-lock.json`.',
    )
  if (!present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    return found
      ? found.version === entry.version && found.integrity === entry.integrity
      : Boolean(entry.optional)
  })
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return null
  }
}

function install(root) {
  console.info('… Installing packages from package-lock.json (npm ci)')
  const begun = performance.now()
  const { status, error } = spawnSync('npm', ['ci'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error) throw new Error(`npm could not be started (${error.message}): install Node together with npm.`)
  if (status !== 0)
    throw new Error('npm ci failed: the lines above say why. Mend it, then run the same command again.')
  console.info(`✓ Packages installed (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
}

/** Two commands started together on a fresh clone must not install into the same folder at once. */
async function takeTurn(root) {
  const lock = join(
    tmpdir(),
    `koding-caravan-install-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`,
  )
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST')
        throw new Error(`No write access to ${lock} (${error.code}): set TMPDIR to a folder of yours.`)
      if (isLeftOver(lock)) rmSync(lock, { force: true })
      else await sleep(500)
    }
  }
}

function isLeftOver(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
