import { addressOf } from '#lib/api/client.ts'
import { exportClassStudentsEndpoint } from '#lib/classes/endpoints.generated.ts'
import type { SeatKind } from '#lib/kernel/enums.ts'

/** What of a class is shown. */
export type CourseQuery = {
  kind?: SeatKind
  search?: string
  after?: string
  panel?: 'change' | 'enrol'
}

/** A class's address, with what is open beside it. */
export function courseHref(classId: string, address: CourseQuery = {}): string {
  const query = new URLSearchParams(Object.entries(address).filter(([, value]) => value))
  return query.size > 0 ? `/admin/classes/${classId}?${query}` : `/admin/classes/${classId}`
}

/** Where the students that are shown come as a file. */
export function exportHref(classId: string, { kind, search }: CourseQuery): string {
  return addressOf(exportClassStudentsEndpoint, { classId, kind, search: search || undefined })
}
