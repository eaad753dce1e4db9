import 'server-only'
import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '#lib/http/refusal.ts'

const BEGINNING_BYTES = 64 * 1024

/** A file that was sent, to be read as often as needed. */
export type KeptFile = {
  /** Its beginning as text, 64 KiB at most. */
  beginning: string
  read(): AsyncIterable<Uint8Array>
}

/**
 * Puts what is sent aside on disk while `work` uses it: whoever sends slowly holds no locks, a transaction that lost
 * to another one can begin again, and memory does not grow with the file.
 * @throws Refusal `invalid` where nothing was sent, and what reading throws
 */
export async function withKeptFile<T>(
  sent: AsyncIterable<Uint8Array>,
  work: (file: KeptFile) => Promise<T>,
): Promise<T> {
  const path = join(tmpdir(), `caravan-import-${randomUUID()}`)
  const handle = await open(path, 'wx+', 0o600)
  try {
    // Without a name it is gone with this process, whatever ends it.
    await unlink(path)
    for await (const chunk of sent) await handle.appendFile(chunk)
    const beginning = await readBeginning(handle)
    if (beginning.trim() === '') throw new Refusal('invalid', 'fileEmpty')
    return await work({ beginning, read: () => handle.createReadStream({ start: 0, autoClose: false }) })
  } finally {
    await handle.close()
  }
}

async function readBeginning(handle: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING_BYTES), 0, BEGINNING_BYTES, 0)
  return buffer.toString('utf8', 0, bytesRead)
}
