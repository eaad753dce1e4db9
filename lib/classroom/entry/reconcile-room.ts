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
 * Corrects a room to match the database: closes it if its session is not open; else removes intruders and
 * everything they hold in it, and corrects the grants of the others. The database is read last, so that nobody is
 * removed after an outdated read. Idempotent. A process reconciles a room once at a time: calls during a run share
 * one more run, which starts after it.
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

/** Reconciles a room whose participants have just been read. */
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
