import { addressOf } from '#lib/api/client.ts'
import { exportClassStudentsEndpoint } from '#lib/classes/endpoints.generated.ts'
import type { SeatKind } from '#lib/kernel/enums.ts'

/** The filters and the open drawer of a class page. */
export type CourseQuery = {
  kind?: SeatKind
  search?: string
  after?: string
  panel?: 'change' | 'enrol'
}

/** The URL of a class, with its open drawer. */
export function courseHref(classId: string, address: CourseQuery = {}): string {
  const query = new URLSearchParams(Object.entries(address).filter(([, value]) => value))
  return query.size > 0 ? `/admin/classes/${classId}?${query}` : `/admin/classes/${classId}`
}

/** The URL of the filtered students as a file. */
export function exportHref(classId: string, { kind, search }: CourseQuery): string {
  return addressOf(exportClassStudentsEndpoint, { classId, kind, search: search || undefined })
}
