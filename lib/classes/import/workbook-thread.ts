// Runs in a separate thread (read-workbook.ts), because reading a workbook blocks a thread and needs much memory. Not
// bundled: Node loads this file and its imports directly.
import { parentPort, workerData } from 'node:worker_threads'
import readSheets, { type Sheet } from 'read-excel-file/universal'
import { type SheetLimits, sheetText } from './sheet-text.ts'
import { unpackedSize } from './unpacked-size.ts'

export type WorkbookRequest = {
  bytes: Uint8Array<ArrayBuffer>
  sheet: number | undefined
  /** Maximum total size of the unpacked files, in bytes. */
  maxUnpackedBytes: number
} & SheetLimits

export type WorkbookResult =
  | { fault: null; sheets: string[]; sheet: number; text: string }
  | { fault: 'unreadable' | 'tooLarge' | 'empty' | 'noSuchSheet' }

parentPort?.postMessage(await read(workerData))

async function read({
  bytes,
  sheet = 0,
  maxUnpackedBytes,
  ...limits
}: WorkbookRequest): Promise<WorkbookResult> {
  const size = unpackedSize(bytes)
  if (size === null) return { fault: 'unreadable' }
  if (size > maxUnpackedBytes) return { fault: 'tooLarge' }
  const all = await sheetsOf(bytes)
  if (all === null) return { fault: 'unreadable' }
  const used = all.filter(({ data }) => data?.some((row) => row.some((cell) => cell !== null)))
  if (used.length === 0) return { fault: 'empty' }
  const chosen = used[sheet]
  if (!chosen) return { fault: 'noSuchSheet' }
  const text = sheetText(chosen.data, limits)
  if (text === null) return { fault: 'tooLarge' }
  return { fault: null, sheets: used.map((one) => one.sheet), sheet, text }
}

/** The sheets, or null if the library cannot read the file. The library has no specific error for each cause. */
async function sheetsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[] | null> {
  try {
    return await readSheets(bytes.buffer)
  } catch {
    return null
  }
}
