// Runs before any package is installed, so only with Node 20 and its built-in modules.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [command, ...args] = process.argv.slice(2)

try {
  const script = findScript(command)
  await ensureInstalled(root)
  run(findNode(), ['--conditions=react-server', '--disable-warning=ExperimentalWarning', script, ...args])
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

function findScript(name) {
  const script = join(root, 'scripts', `${basename(name ?? '')}.ts`)
  if (!name || !existsSync(script))
    throw new Error(`There is no script called ${name ?? 'nothing'} in scripts/.`)
  return script
}

function findNode() {
  const fromLockfile = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(fromLockfile)) return fromLockfile
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  throw new Error(
    `Node ${process.versions.node} is too old, and npm has none for this system: install Node 22.18 or later.`,
  )
}

function run(node, nodeArgs) {
  // The channel closes when this process is killed, which makes the child shut down its services.
  const child = spawn(node, nodeArgs, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) stopWhenNpmIsGone(child)
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

function stopWhenNpmIsGone(child) {
  const npm = process.ppid
  setInterval(() => {
    if (process.ppid !== npm) child.kill('SIGTERM')
  }, 1000).unref()
}
