import type { SeatKind } from '#lib/kernel/enums.ts'
import type { SeatState } from '#lib/sessions/api.ts'
import { LOBBY_TIMEOUT_MS } from '#lib/sessions/policy.ts'

/** Who left a moment ago is expected back for so long. In ms. */
const AWAY_FOR_MS = 2 * 60_000

/** Inside now, perhaps only with a companion, or when somebody last left; null: they were never there. */
export type LastPresence = 'inside' | 'companion' | Date | null

type SeatFacts = { kind: SeatKind; last: LastPresence; entryRequestSeenAt: Date | null }

/** How somebody with a seat stands to the class at `now`. */
export function seatState({ kind, last, entryRequestSeenAt }: SeatFacts, now: Date): SeatState {
  if (last === 'companion') return 'in_person'
  if (last === 'inside') return kind === 'in_person' ? 'in_person' : 'online'
  if (entryRequestSeenAt && now.getTime() - entryRequestSeenAt.getTime() < LOBBY_TIMEOUT_MS) return 'in_lobby'
  if (last) return now.getTime() - last.getTime() < AWAY_FOR_MS ? 'away' : 'left'
  return 'expected'
}
