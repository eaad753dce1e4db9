import type { ClassId } from '#lib/classes/ids.ts'
import type { ImportProgress } from '#lib/classes/import/api.ts'
import { importStudents } from '#lib/classes/import/import-students.ts'
import type { Context } from '#lib/process/context.ts'

type Wish = {
  faults?: 'skip' | 'refuse'
  allowOverlap?: boolean
  place?: number
  email?: number
  name?: number
}
type Following = { tell?: (progress: ImportProgress) => void; gone?: AbortSignal }

/** Enrols from the text of a file, whose faulty rows are refused unless that is wished otherwise. */
export function importFile(
  context: Context,
  classId: ClassId,
  text: string,
  wish: Wish = {},
  following: Following = {},
) {
  const follower = { tell: () => {}, gone: new AbortController().signal, ...following }
  const input = { faults: 'refuse', allowOverlap: false, everybody: 'online', ...wish } as const
  return importStudents({ ...context, follower }, { classId, file: bytesOf(text), ...input })
}

/** A text as it is sent. */
export async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text)
}
