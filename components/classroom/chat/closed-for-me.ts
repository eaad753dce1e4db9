import { isLockedForMe, type Me, meInRoom } from '#components/classroom/follow/locked-for-me.ts'
import { takesPart } from '#lib/classroom/policy.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'

/** Why one may write to the trainer alone, where that is so. */
export function chatClosedForMe(me: Me, state: RoomState): 'not-begun' | 'locked' | null {
  if (!takesPart(meInRoom(me, state), state)) return 'not-begun'
  return isLockedForMe('chat', me, state) ? 'locked' : null
}
