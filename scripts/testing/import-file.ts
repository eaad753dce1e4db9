import type { ImportProgress } from '#lib/classes/import/api.ts'
import { importStudents } from '#lib/classes/import/import-students.ts'
import type { Context } from '#lib/context/context.ts'
import type { ClassId } from '#lib/kernel/ids.ts'

type Wish = {
  faults?: 'skip' | 'refuse'
  allowOverlap?: boolean
  place?: number
  sheet?: number
  email?: number
  name?: number
}
type Following = { tell?: (progress: ImportProgress) => void; gone?: AbortSignal }

/** Enrols from a file, given by its text or bytes, whose faulty rows are refused unless that is wished otherwise. */
export function importFile(
  context: Context,
  classId: ClassId,
  text: string | Uint8Array,
  wish: Wish = {},
  following: Following = {},
) {
  const follower = { tell: () => {}, gone: new AbortController().signal, ...following }
  const input = { faults: 'refuse', allowOverlap: false, everybody: 'online', ...wish } as const
  return importStudents({ ...context, follower }, { classId, file: bytesOf(text), ...input })
}

/** A file as it is sent. */
export async function* bytesOf(text: string | Uint8Array) {
  yield typeof text === 'string' ? new TextEncoder().encode(text) : text
}
