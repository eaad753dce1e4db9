import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { finishAll } from '#lib/kernel/finish-all.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { type Participant, roomNameOf } from '#lib/livekit/media.ts'
import { beginOrPause } from './begin-or-pause.ts'
import { clearLeavers } from './clear-leavers.ts'
import { judgeRoom } from './judge-room.ts'

const running = new Map<SessionId, Promise<void>>()
const next = new Map<SessionId, Promise<void>>()

/**
 * Makes a room what the database says: closes it where its session is not open, else removes participants who should
 * not be in it, with all that they have there, and gives the others the grants that they should have. The database is
 * read last, so that nobody is removed on an outdated read. Idempotent. In one process a room is settled once at a
 * time: calls that come meanwhile share one more run, which begins after them.
 * @throws MediaUnavailable, and the database's errors: nobody is removed after a failed read
 */
export function settleRoom(context: SystemContext, { sessionId }: { sessionId: SessionId }): Promise<void> {
  const current = running.get(sessionId)
  if (!current) return settleNow(context, sessionId)
  const waiting = next.get(sessionId)
  if (waiting) return waiting
  const following = current
    .catch(() => {})
    .then(() => {
      next.delete(sessionId)
      return settleNow(context, sessionId)
    })
  next.set(sessionId, following)
  return following
}

function settleNow(context: SystemContext, sessionId: SessionId): Promise<void> {
  const settling = settleOnce(context, sessionId).finally(() => running.delete(sessionId))
  running.set(sessionId, settling)
  return settling
}

async function settleOnce(context: SystemContext, sessionId: SessionId): Promise<void> {
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
