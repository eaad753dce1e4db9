import 'server-only'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { readModeratorIds } from '#lib/classroom/room/read-moderator-ids.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { deviceOf } from '#lib/livekit/identity.ts'
import type { Participant } from '#lib/livekit/media.ts'

/** How long a disconnected trainer is expected back before the class is paused, in ms. */
const RECONNECT_GRACE_MS = 2 * MINUTE_MS

/**
 * Starts a supervised class when a trainer joins, and pauses it when no trainer has been inside for 2 minutes.
 * Students take part only while the class is started. No-op for unknown rooms.
 */
export async function startOrPauseClass(
  context: SystemContext,
  sessionId: SessionId,
  participants: Participant[],
): Promise<void> {
  const session = await context.database.classSession.findUnique({
    where: { id: sessionId },
    select: { class: { select: { admission: true } }, classroom: { select: { startedAt: true } } },
  })
  if (session?.class.admission !== 'supervised') return
  const isStarted = Boolean(session.classroom?.startedAt)
  const trainerIds = await readModeratorIds(context, sessionId)
  const isTrainerInside = participants.some(({ identity }) =>
    trainerIds.includes(deviceOf(identity)?.userId ?? ''),
  )
  if (isTrainerInside && !isStarted) return setClassStarted(context, sessionId, context.now)
  if (!isTrainerInside && isStarted && !(await isExpectedBack(context, sessionId))) {
    return setClassStarted(context, sessionId, null)
  }
}

async function setClassStarted(
  context: SystemContext,
  sessionId: SessionId,
  startedAt: Date | null,
): Promise<void> {
  await changeRoom(context, sessionId, async ({ database }, room) => {
    if (Boolean(room.startedAt) === Boolean(startedAt)) return null
    await database.classroom.update({ where: { sessionId }, data: { startedAt } })
    return {
      change: { kind: 'state_patch', patch: { classStarted: startedAt !== null } },
      rights: startedAt ? 'extended' : 'reduced',
    }
  })
}

/**
 * Whether a trainer was inside within the grace period. Counts any trainer, so that another trainer can take over.
 */
async function isExpectedBack({ database, now }: SystemContext, sessionId: SessionId): Promise<boolean> {
  const since = new Date(now.getTime() - RECONNECT_GRACE_MS)
  const byTrainer = { sessionId, user: { role: 'TRAINER' as const } }
  return (
    (await database.presence.count({
      where: { ...byTrainer, OR: [{ leftAt: null }, { leftAt: { gt: since } }] },
    })) > 0
  )
}
