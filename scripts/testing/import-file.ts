import type { ImportProgress } from '#lib/classes/import/api.ts'
import { importStudents } from '#lib/classes/import/import-students.ts'
import type { Context } from '#lib/context/context.ts'
import type { ClassId } from '#lib/kernel/ids.ts'

type ImportOptions = {
  faults?: 'skip' | 'refuse'
  allowOverlap?: boolean
  seatKind?: number
  sheet?: number
  email?: number
  name?: number
}
type Progress = { report?: (progress: ImportProgress) => void; signal?: AbortSignal }

/** Enrols students from a file's text or bytes. By default, faulty rows are refused. */
export function importFile(
  context: Context,
  classId: ClassId,
  text: string | Uint8Array,
  options: ImportOptions = {},
  progress: Progress = {},
) {
  const follower = { report: () => {}, signal: new AbortController().signal, ...progress }
  const input = { faults: 'refuse', allowOverlap: false, defaultSeatKind: 'online', ...options } as const
  return importStudents({ ...context, progress: follower }, { classId, file: toChunks(text), ...input })
}

/** A file as an upload stream. */
export async function* toChunks(text: string | Uint8Array) {
  yield typeof text === 'string' ? new TextEncoder().encode(text) : text
}
