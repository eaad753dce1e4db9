import 'server-only'
import { judgeRoom } from '#lib/classroom/entry/judge-room.ts'
import { peopleWhoLead } from '#lib/classroom/room/people-who-lead.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { deviceOf } from '#lib/livekit/identity.ts'
import { type MediaEvent, sessionIdOf } from '#lib/livekit/media.ts'
import { tellLeaders, tellPages } from '#lib/news/tell-pages.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { type SessionId, sessionId as sessionIdSchema } from '#lib/sessions/ids.ts'
import { closeStaysOfRoom, recordJoined, recordLeft } from './stays.ts'

/**
 * Stores what LiveKit told us, once: who came and went, by participant sid. Who should not be inside, and a room
 * that should not be open, are settled by a job of the same transaction. Rooms that are not ours change nothing.
 */
export async function recordMediaEvent(context: SystemContext, event: MediaEvent): Promise<void> {
  if (event.kind === 'other') return
  const id = sessionIdSchema.safeParse(sessionIdOf(event.room.roomName))
  if (!id.success) return
  const sessionId = id.data
  await inTransaction(context, async (context) => {
    const { database, now } = context
    const { count } = await database.webhookEvent.createMany({
      data: { id: event.id, event: event.kind, receivedAt: now },
      skipDuplicates: true,
    })
    if (count === 0) return
    const participants = 'participant' in event ? [event.participant] : []
    const isTrainers = await concernsTrainer(context, sessionId, participants[0]?.identity)
    if (event.kind === 'room-started' || event.kind === 'joined') {
      const { open, strangers, corrections } = await judgeRoom({ database }, sessionId, participants)
      const isAsItShouldBe = open && strangers.length === 0 && corrections.length === 0
      // A supervised class begins with its trainer.
      if (!isAsItShouldBe || isTrainers)
        await context.jobs.send(context, 'settle-room', [{ sessionId }], { background: true })
    }
    switch (event.kind) {
      case 'joined':
        await recordJoined(context, sessionId, event.room.sid, event.participant)
        break
      case 'left':
        await recordLeft(context, sessionId, event.room.sid, event.participant, event.at)
        break
      case 'room-finished':
        await closeStaysOfRoom(context, event.room.sid, event.at)
        break
      case 'room-started':
        return
    }
    // Who waits wants to know whether the trainer is there; who else comes and goes is news for the trainer.
    await (isTrainers ? tellPages : tellLeaders)(context, sessionId)
  })
}

async function concernsTrainer(
  context: SystemContext,
  sessionId: SessionId,
  identity: string | undefined,
): Promise<boolean> {
  const device = identity === undefined ? null : deviceOf(identity)
  return device ? (await peopleWhoLead(context, sessionId)).includes(device.userId) : false
}
