import { isLockedForMe, type Me, meInRoom } from '#components/classroom/room-state/locked-for-me.ts'
import { type ChatClosure, chatClosure } from '#lib/classroom/chat/policy.ts'
import { takesPart } from '#lib/classroom/policy.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'

/** Why the viewer may write only to the trainer, or null if they may write to everyone. */
export function chatClosedForMe(me: Me, state: RoomState): ChatClosure | null {
  return chatClosure({
    isLocked: isLockedForMe('chat', me, state),
    takesPart: takesPart(meInRoom(me, state), state),
  })
}
