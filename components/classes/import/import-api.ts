import type {
  ColumnMeaning,
  ImportPreview,
  ImportProgress,
  ImportResult,
  SeatKind,
} from '#lib/classes/import/api.ts'
import type { Collision } from '#lib/kernel/refusal.ts'

/** How a file is read, as the columns were matched. */
export type ReadOptions = Pick<ImportPreview, 'delimiter' | 'header'> & {
  /** What each column means, in the file's order. */
  meanings: (ColumnMeaning | null)[]
  /** Where everybody sits in a class that has both, unless a column says so. */
  defaultKind: SeatKind
}

export type ImportFailure = { message: string; collisions?: Collision[] }

/** Something was not done, or nobody answered; `failure.message` is a sentence, and empty where nobody answered. */
export class ImportRefused extends Error {
  override name = 'ImportRefused'
  readonly failure: ImportFailure

  constructor(failure: ImportFailure) {
    super(failure.message)
    this.failure = failure
  }
}

type Envelope<Data> =
  | { success: true; data: Data }
  | { success: false; message: string; error: { collisions?: Collision[] } }

type ImportRequest = {
  classId: string
  content: Blob | string
  readOptions: ReadOptions | null
  signal: AbortSignal
}

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Which sheet of an Excel file is read; the first that has something in it where nothing is said. */
type PreviewRequest = ImportRequest & { sheet?: number }

/** What enrolling from the file would do. Without a reading it is guessed. @throws ImportRefused */
export async function previewImport({ sheet, ...sent }: PreviewRequest): Promise<ImportPreview> {
  const response = await send('/preview', sent, sheet === undefined ? {} : { sheet: String(sheet) })
  return dataOf<ImportPreview>(await response.json())
}

type RunRequest = ImportRequest & {
  options: Record<string, string>
  onProgress: (progress: ImportProgress) => void
}

/** Enrols from the file; `signal` stops it, and nothing is written. @throws ImportRefused */
export async function runImport({ options, onProgress, ...sent }: RunRequest): Promise<ImportResult> {
  const response = await send('', sent, options)
  for await (const line of readLines(response)) {
    const told: ImportProgress | Envelope<ImportResult> = JSON.parse(line)
    if ('success' in told) return dataOf(told)
    onProgress(told)
  }
  throw new ImportRefused({ message: '' })
}

async function send(
  path: string,
  { classId, content, readOptions: reading, signal }: ImportRequest,
  options: Record<string, string>,
): Promise<Response> {
  const query = new URLSearchParams({ ...(reading ? queryOf(reading) : {}), ...options })
  try {
    return await fetch(`/api/v1/admin/classes/${classId}/import${path}?${query}`, {
      method: 'POST',
      headers: { 'content-type': isExcel(content) ? EXCEL : 'text/csv' },
      body: content,
      signal,
    })
  } catch (error) {
    throw signal.aborted ? error : new ImportRefused({ message: '' })
  }
}

function isExcel(content: Blob | string): boolean {
  return typeof content !== 'string' && content.type === EXCEL
}

function queryOf({
  delimiter,
  header,
  meanings: means,
  defaultKind: everybody,
}: ReadOptions): Record<string, string> {
  const columns = means.flatMap((meaning, at) => (meaning ? [[meaning, String(at)]] : []))
  return { delimiter, header: String(header), everybody, ...Object.fromEntries(columns) }
}

function dataOf<Data>(envelope: Envelope<Data>): Data {
  if (envelope.success) return envelope.data
  throw new ImportRefused({ message: envelope.message, collisions: envelope.error.collisions })
}

async function* readLines(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
