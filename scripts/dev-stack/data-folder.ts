import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { errorCode } from './services/process.ts'

/** The folder for persistent local data. Created if missing. */
export function openDataFolder(env: Record<string, string | undefined>): string {
  const folder = resolve(env.DATA_DIR || '.data')
  try {
    mkdirSync(folder, { recursive: true })
    mkdirSync(join(folder, 'writable'), { recursive: true })
    rmSync(join(folder, 'writable'), { recursive: true })
    return realpathSync(folder)
  } catch (error) {
    throw new ExpectedError(
      `No write access to ${folder} (${errorCode(error)}): change its owner, or set DATA_DIR to a folder of yours.`,
    )
  }
}

/**
 * Locks the data folder against a second start, with a socket that the system closes however this process ends.
 * @throws ExpectedError if another process holds the lock
 */
export async function lockDataFolder(folder: string): Promise<void> {
  const name = `koding-caravan-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
  if (await isAnswered(path)) {
    throw new ExpectedError(
      `Koding Caravan already runs with the data of ${folder}: end it first, or set DATA_DIR (and PORT, LIVEKIT_PORT) for a second one.`,
    )
  }
  rmSync(path, { force: true })
  const server = createServer((socket) => socket.end())
  await new Promise<void>((listening, reject) => server.once('error', reject).listen(path, listening))
  server.unref()
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      answer(true)
    })
    socket.once('error', () => answer(false))
  })
}
