import 'server-only'
import { type Participant, roomNameOf } from '#lib/livekit/media.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { finishAll } from '#lib/process/finish-all.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { beginOrPause } from './begin-or-pause.ts'
import { clearLeavers } from './clear-leavers.ts'
import { judgeRoom } from './judge-room.ts'

/**
 * Makes a room what the database says: closes it where its session is not open, else puts out who should not be in it,
 * with all that they have there, and lets everybody do what they may, no more and no less. The database is read last, so that nobody is put out on
 * what was true before; again changes nothing.
 * @throws MediaUnavailable, and the database's errors: nobody is put out on a failed read
 */
export async function settleRoom(
  context: SystemContext,
  { sessionId }: { sessionId: SessionId },
): Promise<void> {
  await settleParticipants(context, sessionId, await context.media.listParticipants(roomNameOf(sessionId)))
}

/** The same for a room whose participants were read just now. */
export async function settleParticipants(
  context: SystemContext,
  sessionId: SessionId,
  participants: Participant[],
): Promise<void> {
  const { media } = context
  const roomName = roomNameOf(sessionId)
  await beginOrPause(context, sessionId, participants)
  await clearLeavers(context, sessionId)
  const { open, strangers, corrections } = await judgeRoom(context, sessionId, participants)
  if (!open) return media.deleteRoom(roomName)
  await finishAll([
    ...strangers.map(({ identity }) => media.removeParticipant(roomName, identity)),
    ...corrections.map(({ participant, grants }) =>
      media.changeGrants(roomName, participant.identity, grants),
    ),
  ])
}
