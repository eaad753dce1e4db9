import 'server-only'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal } from '#lib/kernel/refusal.ts'
import { LARGEST_FILE, MAX_ROWS } from './api.ts'
import type { WorkbookRequest, WorkbookResult } from './workbook-thread.ts'

/** The non-empty sheets of an Excel file, and one of them as CSV with one line per row. */
export type Workbook = { sheets: string[]; sheet: number; text: string }

const THREAD = join(process.cwd(), 'lib/classes/import/workbook-thread.ts')
const limits = { maxUnpackedBytes: 64 * 1024 * 1024, maxRows: MAX_ROWS, maxBytes: LARGEST_FILE }
const MAX_HEAP_MB = 256
const LONGEST_MS = 20_000

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

const reasons = {
  unreadable: 'fileNotExcel',
  tooLarge: 'fileUnpacksTooLarge',
  empty: 'fileEmpty',
  noSuchSheet: 'noSuchSheet',
} as const

/** Whether a file with this beginning is an Excel file, whatever its declared type. */
export function isWorkbook(beginning: Uint8Array): boolean {
  return beginsWith(beginning, ZIP) || beginsWith(beginning, COMPOUND_FILE)
}

/**
 * Reads an Excel file in a separate thread, limited to 256 MB and 20 s. The bytes are transferred to the thread.
 * @param sheet index among the non-empty sheets, from 0; defaults to the first
 * @throws Refusal `invalid`: not an .xlsx file, broken, password-protected, an old .xls file, or too large
 */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>, sheet?: number): Promise<Workbook> {
  if (beginsWith(bytes, COMPOUND_FILE))
    throw new Refusal(
      'invalid',
      Buffer.from(bytes.buffer).includes(ENCRYPTED) ? 'fileHasPassword' : 'fileOldExcel',
    )
  const read = await runThread({ bytes, sheet, ...limits })
  if (read.fault !== null) throw new Refusal('invalid', reasons[read.fault])
  const { fault: _, ...workbook } = read
  return workbook
}

async function runThread(workerData: WorkbookRequest): Promise<WorkbookResult> {
  const thread = new Worker(THREAD, {
    workerData,
    transferList: [workerData.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    execArgv: [],
    env: {},
  })
  const { promise, resolve, reject } = Promise.withResolvers<WorkbookResult>()
  const tooLong = setTimeout(() => resolve({ fault: 'tooLarge' }), LONGEST_MS)
  thread.on('message', resolve)
  thread.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ fault: 'tooLarge' })
    else reject(error)
  })
  try {
    return await promise
  } finally {
    clearTimeout(tooLong)
    await thread.terminate()
  }
}

function beginsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}
