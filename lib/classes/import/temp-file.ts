import 'server-only'
import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '#lib/kernel/refusal.ts'
import { isWorkbook, readWorkbook, type Workbook } from './read-workbook.ts'

const BEGINNING_BYTES = 64 * 1024

/** An uploaded file that can be read repeatedly. */
export type TempFile = {
  /** The beginning as text, at most 64 KiB. */
  beginning: string
  /** The sheet of an Excel file whose comma-separated CSV read() returns, one line per row. Null for a CSV file. */
  workbook: Omit<Workbook, 'text'> | null
  read(): AsyncIterable<Uint8Array>
}

/**
 * Stores an upload on disk while `work` uses it: a slow upload holds no locks, a transaction can be retried after a
 * conflict, and memory does not grow with the file. An Excel file is detected by its first bytes and converted to CSV
 * once; until then memory grows with it.
 * @throws Refusal `invalid` if the upload is empty or an Excel file cannot be read; also errors of the upload stream
 */
export async function withTempFile<T>(
  { sent, sheet }: { sent: AsyncIterable<Uint8Array>; sheet?: number },
  work: (file: TempFile) => Promise<T>,
): Promise<T> {
  const path = join(tmpdir(), `caravan-import-${randomUUID()}`)
  const handle = await open(path, 'wx+', 0o600)
  try {
    // An unlinked file disappears with the process, however it ends.
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

/** Replaces the uploaded workbook by one of its sheets. */
async function convertToCsv(handle: FileHandle, sheet: number | undefined): Promise<TempFile['workbook']> {
  const { size } = await handle.stat()
  const bytes = new Uint8Array(size)
  await handle.read(bytes, 0, size, 0)
  const { text, ...workbook } = await readWorkbook(bytes, sheet)
  await handle.truncate(0)
  await handle.write(text, 0)
  return workbook
}
