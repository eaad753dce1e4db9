import { request, send } from '#components/api/request.ts'
import { ApiFailure, dataOf } from '#lib/api/client.ts'
import type {
  ColumnMeaning,
  ImportPreview,
  ImportProgress,
  ImportResult,
  importStudentsEndpoint as importStudents,
  SeatKind,
} from '#lib/classes/import/api.ts'
import { importStudentsEndpoint, previewImportEndpoint } from '#lib/classes/import/endpoints.generated.ts'
import type { AnswerOf, RequestOf } from '#lib/kernel/client-endpoint.ts'
import type { UploadType } from '#lib/kernel/endpoint.ts'

/** How to read a file. */
export type ReadOptions = Pick<ImportPreview, 'delimiter' | 'header'> & {
  /** The meaning of each column, in the order of the file. */
  meanings: (ColumnMeaning | null)[]
  /** The seat kind in a hybrid class, unless a column has it. */
  defaultKind: SeatKind
}

/** Options of an import, beside those for reading the file. */
export type ImportOptions = Pick<RequestOf<typeof importStudents>, 'faults' | 'allowOverlap'>

type ImportRequest = {
  classId: string
  content: Blob | string
  readOptions: ReadOptions | null
  signal: AbortSignal
}

const EXCEL: UploadType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** `sheet`: index among the non-empty sheets of an Excel file; by default the first. */
type PreviewRequest = ImportRequest & { sheet?: number }

/** The result that an import of the file would have. Missing read options are guessed. @throws ApiFailure */
export function previewImport({ sheet, signal, ...given }: PreviewRequest): Promise<ImportPreview> {
  return request(previewImportEndpoint, { ...inputOf(given), sheet }, { signal })
}

type RunRequest = ImportRequest & { options: ImportOptions; onProgress: (progress: ImportProgress) => void }

/** Enrols students from the file. An abort by `signal` saves nothing. @throws ApiFailure */
export async function runImport({
  options,
  onProgress,
  signal,
  ...given
}: RunRequest): Promise<ImportResult> {
  const response = await send(importStudentsEndpoint, { ...inputOf(given), ...options }, { signal })
  for await (const line of readLines(response)) {
    const answer: ImportProgress | Envelope = JSON.parse(line)
    if ('success' in answer) return dataOf(answer, response.status)
    onProgress(answer)
  }
  throw new ApiFailure(0, '')
}

type Envelope = Parameters<typeof dataOf<AnswerOf<typeof importStudents>>>[0]

function inputOf({ classId, content, readOptions }: Omit<ImportRequest, 'signal'>) {
  return { classId, file: { type: typeOf(content), content }, ...(readOptions && fileFormatOf(readOptions)) }
}

function typeOf(content: Blob | string): UploadType {
  return typeof content !== 'string' && content.type === EXCEL ? EXCEL : 'text/csv'
}

function fileFormatOf({ delimiter, header, meanings, defaultKind }: ReadOptions) {
  const columns = meanings.flatMap((meaning, at) => (meaning ? [[meaning, at] as const] : []))
  return {
    delimiter,
    header: `${header}` as const,
    defaultSeatKind: defaultKind,
    ...(Object.fromEntries(columns) as Partial<Record<ColumnMeaning, number>>),
  }
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
