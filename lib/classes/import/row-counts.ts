import type { SeatKind } from './api.ts'
import type { Checked } from './check-file.ts'
import type { RowStatus } from './staged-rows.ts'

/** Number of rows by status, and number of rows to be enrolled by requested seat kind. */
export type RowCounts = Record<RowStatus | 'rows' | 'faulty' | 'cleaned', number> & {
  requested: Record<SeatKind, number>
}

export function emptyRowCounts(): RowCounts {
  return {
    rows: 0,
    faulty: 0,
    cleaned: 0,
    new: 0,
    known: 0,
    enrolled: 0,
    requested: { online: 0, in_person: 0 },
  }
}

/** Adds a batch of checked rows. */
export function countRows(rowCounts: RowCounts, { good, faulty }: Checked): void {
  rowCounts.rows += good.length + faulty.length
  rowCounts.faulty += faulty.length
  for (const { status, kind, cleaned } of good) {
    rowCounts[status] += 1
    if (cleaned.length > 0) rowCounts.cleaned += 1
    if (status !== 'enrolled') rowCounts.requested[kind] += 1
  }
}
