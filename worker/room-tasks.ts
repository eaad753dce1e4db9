import 'server-only'
import { reconcilePresences } from '#lib/attendance/reconcile-presences.ts'
import { expireEntryRequests } from '#lib/classroom/admission/expire-entry-requests.ts'
import { reconcileRoomsWithReducedRights } from '#lib/classroom/entry/reconcile-rooms-with-reduced-rights.ts'
import { sendRoomHeartbeats } from '#lib/classroom/room/send-room-heartbeats.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { OpenRoom } from '#lib/livekit/media.ts'
import { systemContext } from '#lib/process/application.ts'
import type { TickTask } from './ticker.ts'

/**
 * Latest change numbers are repeated every 5 s (docs/contract.md), and rooms are reconciled with the database twice
 * as often.
 */
export const ROOM_TICK_MS = 2_500

/** Periodic tasks over LiveKit's open rooms. */
export const roomTasks: TickTask<SystemContext>[] = [
  { name: 'reconcile rooms with reduced rights', everyTicks: 1, work: reconcileRoomsWithReducedRights },
  { name: 'send room heartbeats', everyTicks: 2, work: sendRoomHeartbeats },
  { name: 'expire entry requests', everyTicks: 2, work: expireEntryRequests },
  { name: 'reconcile presences', everyTicks: 12, work: reconcilePresences },
]

/** A context whose tasks share one LiveKit request for the open rooms. */
export function createTickContext(system = systemContext()): SystemContext {
  let listed: Promise<OpenRoom[]> | null = null
  function listRooms(names?: string[]): Promise<OpenRoom[]> {
    if (names) return system.media.listRooms(names)
    listed ??= system.media.listRooms()
    return listed
  }
  return { ...system, media: { ...system.media, listRooms } }
}
