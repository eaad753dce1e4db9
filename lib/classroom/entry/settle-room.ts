import 'server-only'
import { type Participant, roomNameOf } from '#lib/livekit/media.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { judgeRoom } from './judge-room.ts'

type Settling = Pick<SystemContext, 'database' | 'media'>

/**
 * Makes a room what the database says: closes it where its session is not open, else puts out who should not be
 * in it. The database is read last, so that nobody is put out on what was true before; again changes nothing.
 * @throws MediaUnavailable, and the database's errors: nobody is put out on a failed read
 */
export async function settleRoom(context: Settling, { sessionId }: { sessionId: SessionId }): Promise<void> {
  await settleParticipants(context, sessionId, await context.media.listParticipants(roomNameOf(sessionId)))
}

/** The same for a room whose participants were read just now. */
export async function settleParticipants(
  { database, media }: Settling,
  sessionId: SessionId,
  participants: Participant[],
): Promise<void> {
  const roomName = roomNameOf(sessionId)
  const { open, strangers } = await judgeRoom({ database }, sessionId, participants)
  if (!open) return media.deleteRoom(roomName)
  for (const stranger of strangers) await media.removeParticipant(roomName, stranger.identity)
}
