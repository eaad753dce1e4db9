import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { SeatKind } from '#lib/kernel/enums.ts'
import type { SeatState } from '#lib/sessions/api.ts'
import { LOBBY_TIMEOUT_MS } from '#lib/sessions/policy.ts'

/** Time after leaving in which a student counts as away and is expected back. In ms. */
const AWAY_FOR_MS = 2 * MINUTE_MS

/** Inside now (`companion`: only with a companion), or the time of the last leaving; null if never inside. */
export type LastPresence = 'inside' | 'companion' | Date | null

type SeatFacts = { kind: SeatKind; last: LastPresence; entryRequestSeenAt: Date | null }

/** The state of a student with a seat at `now`. */
export function seatState({ kind, last, entryRequestSeenAt }: SeatFacts, now: Date): SeatState {
  if (last === 'companion') return 'in_person'
  if (last === 'inside') return kind === 'in_person' ? 'in_person' : 'online'
  if (entryRequestSeenAt && now.getTime() - entryRequestSeenAt.getTime() < LOBBY_TIMEOUT_MS) return 'in_lobby'
  if (last) return now.getTime() - last.getTime() < AWAY_FOR_MS ? 'away' : 'left'
  return 'expected'
}
