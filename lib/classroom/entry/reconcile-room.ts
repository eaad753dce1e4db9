import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { allSettledOrThrow } from '#lib/kernel/all-settled-or-throw.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { type Participant, roomNameOf } from '#lib/livekit/media.ts'
import { clearFormerMembers } from './clear-former-members.ts'
import { evaluateRoom } from './evaluate-room.ts'
import { startOrPauseClass } from './start-or-pause-class.ts'

const running = new Map<SessionId, Promise<void>>()
const next = new Map<SessionId, Promise<void>>()

/**
 * Makes a room what the database says: closes it where its session is not open, else removes participants who should
 * not be in it, with all that they have there, and gives the others the grants that they should have. The database is
 * read last, so that nobody is removed on an outdated read. Idempotent. In one process a room is settled once at a
 * time: calls that come meanwhile share one more run, which begins after them.
 * @throws MediaUnavailable, and the database's errors: nobody is removed after a failed read
 */
export function reconcileRoom(
  context: SystemContext,
  { sessionId }: { sessionId: SessionId },
): Promise<void> {
  const current = running.get(sessionId)
  if (!current) return startReconciling(context, sessionId)
  const waiting = next.get(sessionId)
  if (waiting) return waiting
  const following = current
    .catch(() => {})
    .then(() => {
      next.delete(sessionId)
      return startReconciling(context, sessionId)
    })
  next.set(sessionId, following)
  return following
}

function startReconciling(context: SystemContext, sessionId: SessionId): Promise<void> {
  const reconciling = reconcileOnce(context, sessionId).finally(() => running.delete(sessionId))
  running.set(sessionId, reconciling)
  return reconciling
}

async function reconcileOnce(context: SystemContext, sessionId: SessionId): Promise<void> {
  await reconcileParticipants(context, sessionId, await context.media.listParticipants(roomNameOf(sessionId)))
}

/** The same for a room whose participants were read just now. */
export async function reconcileParticipants(
  context: SystemContext,
  sessionId: SessionId,
  participants: Participant[],
): Promise<void> {
  const { media } = context
  const roomName = roomNameOf(sessionId)
  await startOrPauseClass(context, sessionId, participants)
  await clearFormerMembers(context, sessionId)
  const { mayBeOpen, intruders, corrections } = await evaluateRoom(context, sessionId, participants)
  if (!mayBeOpen) return media.deleteRoom(roomName)
  await allSettledOrThrow([
    ...intruders.map(({ identity }) => media.removeParticipant(roomName, identity)),
    ...corrections.map(({ participant, grants }) =>
      media.changeGrants(roomName, participant.identity, grants),
    ),
  ])
}
