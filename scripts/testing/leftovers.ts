import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endProcess, isRunning, readPid, runsWith } from '#scripts/services/process.ts'

export const TEST_FOLDER_PREFIX = 'koding-caravan-test-'

/** Says whose the folder is, so that a later run can tell a running test from one that was killed. */
export function markOwner(folder: string): void {
  writeFileSync(join(folder, 'owner.pid'), `${process.pid}\n`)
}

/** Ends the services of test runs that were killed, and deletes their data. */
export async function endLeftovers(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(TEST_FOLDER_PREFIX))
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    const owner = readPid(join(folder, 'owner.pid'))
    if (!owner || isRunning(owner)) continue
    for (const file of ['server.pid', 'livekit.pid', 'postgres/postmaster.pid']) {
      const pid = readPid(join(folder, file))
      if (pid && runsWith(pid, folder)) await endProcess(pid, [['SIGKILL', 2000]])
    }
    rmSync(folder, { recursive: true, force: true })
  }
}
