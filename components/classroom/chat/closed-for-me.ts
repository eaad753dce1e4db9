import { isLockedForMe, type Me, meInRoom } from '#components/classroom/room-state/locked-for-me.ts'
import { type ChatClosure, chatClosure } from '#lib/classroom/chat/policy.ts'
import { takesPart } from '#lib/classroom/policy.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'

/** Why one may write to the trainer alone, where that is so. */
export function chatClosedForMe(me: Me, state: RoomState): ChatClosure | null {
  return chatClosure({
    isLocked: isLockedForMe('chat', me, state),
    takesPart: takesPart(meInRoom(me, state), state),
  })
}
