import 'server-only'
import { reconcileRooms } from '#lib/attendance/reconcile-rooms.ts'
import { forgetKnocks } from '#lib/classroom/admission/forget-knocks.ts'
import { settleNarrowedRooms } from '#lib/classroom/entry/settle-narrowed-rooms.ts'
import { repeatNumbers } from '#lib/classroom/room/repeat-numbers.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { OpenRoom } from '#lib/livekit/media.ts'
import { systemContext } from '#lib/process/application.ts'
import type { BeatWork } from './on-beat.ts'

/** Newest numbers are repeated every 5 s (docs/contract.md), and rooms held to the database's state twice as often. */
export const ROOM_BEAT_MS = 2_500

/** Everything that looks at LiveKit's open rooms again and again. */
export const roomWorks: BeatWork<SystemContext>[] = [
  { name: 'hold rooms to what holds', beats: 1, work: settleNarrowedRooms },
  { name: 'repeat the newest numbers', beats: 2, work: repeatNumbers },
  { name: 'forget who gave up at the door', beats: 2, work: forgetKnocks },
  { name: 'reconcile rooms', beats: 12, work: reconcileRooms },
]

/** A context whose works ask LiveKit once for its open rooms. */
export function contextOfBeat(system = systemContext()): SystemContext {
  let listed: Promise<OpenRoom[]> | null = null
  function listRooms(names?: string[]): Promise<OpenRoom[]> {
    if (names) return system.media.listRooms(names)
    listed ??= system.media.listRooms()
    return listed
  }
  return { ...system, media: { ...system.media, listRooms } }
}
