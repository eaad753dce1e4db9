import type { SeatKind } from '#lib/kernel/enums.ts'
import type { SeatState } from '#lib/sessions/api.ts'
import { AT_THE_DOOR_FOR_MS } from '#lib/sessions/policy.ts'

/** Who left a moment ago is expected back for so long. In ms. */
const A_MOMENT_MS = 2 * 60_000

/** Inside now, perhaps only with a companion, or when somebody last left; null: they were never there. */
export type LastStay = 'inside' | 'companion' | Date | null

type Seen = { kind: SeatKind; last: LastStay; entryRequestSeenAt: Date | null }

/** How somebody with a seat stands to the class at `now`. */
export function seatState({ kind, last, entryRequestSeenAt }: Seen, now: Date): SeatState {
  if (last === 'companion') return 'in_person'
  if (last === 'inside') return kind === 'in_person' ? 'in_person' : 'online'
  if (entryRequestSeenAt && now.getTime() - entryRequestSeenAt.getTime() < AT_THE_DOOR_FOR_MS)
    return 'waiting'
  if (last) return now.getTime() - last.getTime() < A_MOMENT_MS ? 'away' : 'gone'
  return 'expected'
}
