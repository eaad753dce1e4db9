import { spawn } from 'node:child_process'
import { openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { commandLineContains, isRunning, readPid, signalProcess, stopProcess } from './process.ts'
import type { Service } from './service.ts'

const START_PATIENCE_MS = MINUTE_MS
const root = join(import.meta.dirname, '../../..')

type ApplicationOptions = {
  dataFolder: string
  environment: Record<string, string>
  port: number
  dev: boolean
  /** Log file for its output; default: the terminal. */
  log?: string
  /** A module that is preloaded, for benchmarks. */
  preload?: string | undefined
}

/** The application's server process. */
export function application(options: ApplicationOptions): Service {
  const pidFile = join(options.dataFolder, 'server.pid')

  function ownPid(): number | null {
    const pid = readPid(pidFile)
    return pid && commandLineContains(pid, join(root, 'server.ts')) ? pid : null
  }

  async function stop() {
    const pid = ownPid()
    if (pid)
      await stopProcess(pid, [
        ['SIGTERM', 6000],
        ['SIGKILL', 2000],
      ])
  }

  return {
    name: 'The application',
    async start() {
      await stop()
      const pid = launch(options)
      writeFileSync(pidFile, `${pid}\n`)
      const deadline = Date.now() + START_PATIENCE_MS
      while (!(await answers(options.port))) {
        if (!isRunning(pid))
          throw new ExpectedError('The application ended while it was starting: the lines above say why.')
        if (Date.now() > deadline)
          throw new ExpectedError(`The application does not answer on port ${options.port}.`)
        await sleep(50)
      }
    },
    stop,
    isRunning: () => ownPid() !== null,
    kill() {
      const pid = ownPid()
      if (pid) signalProcess(pid, 'SIGKILL')
    },
  }
}

/**
 * Runs in its own process session, so that Ctrl-C reaches this script first and services stop in order. Runs without
 * the condition react-server, under which Next would load another React. Its IPC channel closes when this script ends.
 */
function launch({ environment, dev, log, preload }: ApplicationOptions): number {
  const output = log ? openSync(log, 'a', 0o600) : 'inherit'
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...(preload ? ['--import', preload] : []),
      join(root, 'server.ts'),
      ...(dev ? ['--dev'] : []),
    ],
    {
      cwd: root,
      detached: true,
      env: {
        ...withoutParentOptions(process.env),
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_ENV: dev ? 'development' : 'production',
        ...environment,
      },
      stdio: ['ignore', output, output, 'ipc'],
    },
  )
  if (!child.pid) throw new ExpectedError('The application could not be started.')
  child.unref()
  child.channel?.unref()
  return child.pid
}

function withoutParentOptions({ NODE_OPTIONS: _, NODE_CHANNEL_FD: __, ...rest }: NodeJS.ProcessEnv) {
  return rest
}

async function answers(port: number): Promise<boolean> {
  try {
    const address = `http://127.0.0.1:${port}/api/health/live`
    return (await fetch(address, { signal: AbortSignal.timeout(30_000) })).ok
  } catch {
    return false
  }
}
