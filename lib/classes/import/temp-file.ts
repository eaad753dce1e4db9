import 'server-only'
import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '#lib/kernel/refusal.ts'
import { isWorkbook, readWorkbook, type Workbook } from './read-workbook.ts'

const BEGINNING_BYTES = 64 * 1024

/** A file that was sent, to be read as often as needed. */
export type TempFile = {
  /** Its beginning as text, 64 KiB at most. */
  beginning: string
  /** Which sheet of an Excel file it is, as CSV with commas, a line for each row; null for a file that was CSV. */
  workbook: Omit<Workbook, 'text'> | null
  read(): AsyncIterable<Uint8Array>
}

/**
 * Puts what is sent aside on disk while `work` uses it: whoever sends slowly holds no locks, a transaction that lost
 * to another one can begin again, and memory does not grow with the file. An Excel file is known by how it begins; it is
 * turned into CSV once, and memory grows with it until then.
 * @throws Refusal `invalid` where nothing was sent or an Excel file cannot be read, and what reading throws
 */
export async function withTempFile<T>(
  { sent, sheet }: { sent: AsyncIterable<Uint8Array>; sheet?: number },
  work: (file: TempFile) => Promise<T>,
): Promise<T> {
  const path = join(tmpdir(), `caravan-import-${randomUUID()}`)
  const handle = await open(path, 'wx+', 0o600)
  try {
    // Without a name it is gone with this process, whatever ends it.
    await unlink(path)
    for await (const chunk of sent) await handle.appendFile(chunk)
    const workbook = isWorkbook(await readBeginning(handle, 4)) ? await convertToCsv(handle, sheet) : null
    const beginning = (await readBeginning(handle, BEGINNING_BYTES)).toString('utf8')
    if (beginning.trim() === '') throw new Refusal('invalid', 'fileEmpty')
    const read = () => handle.createReadStream({ start: 0, autoClose: false })
    return await work({ beginning, workbook, read })
  } finally {
    await handle.close()
  }
}

async function readBeginning(handle: FileHandle, bytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0)
  return buffer.subarray(0, bytesRead)
}

/** One sheet takes the place of the workbook that was sent. */
async function convertToCsv(handle: FileHandle, sheet: number | undefined): Promise<TempFile['workbook']> {
  const { size } = await handle.stat()
  const bytes = new Uint8Array(size)
  await handle.read(bytes, 0, size, 0)
  const { text, ...workbook } = await readWorkbook(bytes, sheet)
  await handle.truncate(0)
  await handle.write(text, 0)
  return workbook
}
