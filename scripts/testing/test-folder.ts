import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandLineContains, isRunning, readPid, stopProcess } from '#scripts/dev-stack/services/process.ts'

const PREFIX = 'koding-caravan-test-'
const MEMORY = '/dev/shm'
const NEEDED_BYTES = 2 * 1024 ** 3

/**
 * Creates a folder for test data: in memory if Linux has enough space there, else in the temporary folder. Its name
 * contains the process id, so that a later run can distinguish a running test from a killed one.
 *
 * Each integration test clones a database of some 350 files and drops it. After many deletions, ext4 searches long for
 * the next free inode: all integration tests took 361 s on disk and 234 s in memory.
 */
export function makeTestFolder(): string {
  const folder = mkdtempSync(join(hasMemory() ? MEMORY : tmpdir(), PREFIX))
  writeFileSync(join(folder, 'owner.pid'), `${process.pid}\n`)
  return folder
}

function hasMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= NEEDED_BYTES
  } catch {
    return false
  }
}

/** Stops the services of killed test runs and deletes their data. */
export async function stopStaleProcesses(): Promise<void> {
  for (const folder of [tmpdir(), MEMORY].flatMap(testFoldersIn)) {
    const owner = readPid(join(folder, 'owner.pid'))
    if (!owner || isRunning(owner)) continue
    for (const file of ['server.pid', 'livekit.pid', 'postgres/postmaster.pid']) {
      const pid = readPid(join(folder, file))
      if (pid && commandLineContains(pid, folder)) await stopProcess(pid, [['SIGKILL', 2000]])
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

function testFoldersIn(parent: string): string[] {
  const names = existsSync(parent) ? readdirSync(parent) : []
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => join(parent, name))
}
