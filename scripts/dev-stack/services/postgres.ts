import { existsSync, writeFileSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { isPortFree, nextFreePort } from './ports.ts'
import { initialiseCluster, launchServer, POSTGRES_USER, refuseOtherVersion } from './postgres-programs.ts'
import { isRunning, readPid, signalProcess, stopProcess } from './process.ts'
import type { Service } from './service.ts'

const USUAL_PORT = 25432
const OUR_VERSION = '18'
const START_PATIENCE_MS = 30_000

export type Postgres = Service & { url: string }

type PostgresOptions = {
  dataFolder: string
  database: string
  /** First port of the search for a free port. */
  firstPort?: number
  password: string
  /** Additional server settings; `fsync: 'off'` is for tests only. */
  settings?: Record<string, string>
}

/**
 * A local PostgreSQL in the data folder. Its port is chosen here and stored in the folder, so that the address stays
 * the same across starts.
 */
export async function embeddedPostgres(options: PostgresOptions): Promise<Postgres> {
  const folder = join(options.dataFolder, 'postgres')
  const pidFile = join(folder, 'postmaster.pid')
  const port = await choosePort(folder, pidFile, options.firstPort ?? USUAL_PORT)
  const addressOf = (database: string) =>
    `postgresql://${POSTGRES_USER}:${options.password}@127.0.0.1:${port}/${database}`

  async function start() {
    if (!existsSync(join(folder, 'PG_VERSION'))) await initialiseCluster(folder, options.password)
    refuseOtherVersion(folder, OUR_VERSION)
    const deadline = Date.now() + START_PATIENCE_MS
    while (!(await answers(addressOf('postgres'), folder))) {
      if (Date.now() > deadline) throw new ExpectedError(`PostgreSQL does not start: ${folder}.log says why.`)
      // After a crash, orphaned processes hold the shared memory for a moment, and a start fails until they exit.
      if (!isRunning(readPid(pidFile))) await startAndWait()
      else await sleep(25)
    }
    await createDatabase(addressOf('postgres'), options.database)
  }

  async function startAndWait() {
    const pid = await launchServer(folder, port, options.settings ?? {})
    while (isRunning(pid) && !(await answers(addressOf('postgres'), folder))) await sleep(25)
    if (!isRunning(pid)) await sleep(250)
  }

  return {
    name: 'PostgreSQL',
    url: addressOf(options.database),
    start,
    async stop() {
      const pid = readPid(pidFile)
      if (isRunning(pid) && pid)
        await stopProcess(pid, [
          ['SIGINT', 10_000],
          ['SIGQUIT', 5_000],
        ])
    },
    isRunning: () => isRunning(readPid(pidFile)),
    kill() {
      const pid = readPid(pidFile)
      if (pid) signalProcess(pid, 'SIGKILL')
    },
  }
}

async function choosePort(folder: string, pidFile: string, firstPort: number): Promise<number> {
  const memory = `${folder}.port`
  const remembered = readPid(memory)
  const stillRuns = isRunning(readPid(pidFile))
  if (remembered && (stillRuns || (await isPortFree(remembered)))) return remembered
  const port = await nextFreePort(firstPort)
  writeFileSync(memory, `${port}\n`)
  return port
}

/** Whether a server answers with our password and has its data in our folder. */
async function answers(url: string, folder: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === (await realpath(folder)) || rows[0]?.data_directory === folder
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
