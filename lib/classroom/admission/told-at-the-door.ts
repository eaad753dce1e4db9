import 'server-only'
import { atTheDoorOf, readAttendees } from '#lib/classroom/room/attendees.ts'
import type { RoomOutcome } from '#lib/classroom/room/change-room.ts'
import { peopleWhoLead } from '#lib/classroom/room/people-who-lead.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'

/** Who waits at the door now, as those inside who may let in are told. */
export async function toldAtTheDoor(context: SystemContext, sessionId: SessionId): Promise<RoomOutcome> {
  const atTheDoor = atTheDoorOf(await readAttendees(context, sessionId), context.now)
  return {
    change: { kind: 'parts', parts: { atTheDoor } },
    to: await peopleWhoLead(context, sessionId, 'admit'),
  }
}
