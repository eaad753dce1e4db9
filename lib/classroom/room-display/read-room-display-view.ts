import 'server-only'
import { roomDisplayName } from '#lib/classroom/room/read-room-display.ts'
import { readState } from '#lib/classroom/room/read-state.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { RoomDisplayView } from './api.ts'
import { findPairedRoomDisplay } from './find-paired-room-display.ts'

/**
 * The view of the class for a paired room display: only data that every participant of the room may see.
 * @throws Refusal `conflict`, `not_found`, `session_not_accessible`, like findPairedRoomDisplay()
 */
export async function readRoomDisplayView(
  context: SystemContext,
  { secret }: { secret: string },
): Promise<RoomDisplayView> {
  const { session } = await findPairedRoomDisplay(context, secret)
  const { id: sessionId } = session
  const { admission } = session.class
  return {
    sessionId,
    name: roomDisplayName(session),
    title: session.title ?? session.class.title,
    trainer: session.trainer,
    startsAt: session.startsAt.toISOString(),
    startedAt: (session.startedAt ?? session.startsAt).toISOString(),
    endsAt: session.endsAt.toISOString(),
    timeZone: session.class.timeZone,
    state: await readState(
      context,
      { sessionId, admission },
      { userId: null, seesPace: false, seesLobby: false, seesEmails: false },
    ),
  }
}
