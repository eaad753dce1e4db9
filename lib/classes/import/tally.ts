import type { Place } from './api.ts'
import type { Checked } from './check-file.ts'
import type { Standing } from './staged-rows.ts'

/** How many rows there are of each sort, and where those who would be enrolled want to sit. */
export type Tally = Record<Standing | 'rows' | 'faulty' | 'cleaned', number> & {
  asked: Record<Place, number>
}

export function emptyTally(): Tally {
  return { rows: 0, faulty: 0, cleaned: 0, new: 0, known: 0, already: 0, asked: { online: 0, in_person: 0 } }
}

/** Adds a lot of checked rows. */
export function count(tally: Tally, { good, faulty }: Checked): void {
  tally.rows += good.length + faulty.length
  tally.faulty += faulty.length
  for (const { standing, kind, cleaned } of good) {
    tally[standing] += 1
    if (cleaned.length > 0) tally.cleaned += 1
    if (standing !== 'already') tally.asked[kind] += 1
  }
}
