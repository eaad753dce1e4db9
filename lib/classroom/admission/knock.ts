import 'server-only'
import { refuseEntry } from '#lib/classroom/guards.ts'
import { atTheDoorOf, readAttendees, writeAttendee } from '#lib/classroom/room/attendees.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { tellLeaders } from '#lib/page-events/tell-pages.ts'
import { joinRefusal } from '#lib/sessions/policy.ts'
import { readSessionRow } from '#lib/sessions/read-session.ts'
import { atTheDoor } from '#lib/sessions/session-view.ts'
import type { Knocked } from './api.ts'
import { toldAtTheDoor } from './told-at-the-door.ts'

/**
 * The actor waits at the door of a session whose trainer lets in one by one; the trainer is told once, and the place
 * in line is kept for as long as they say so again. Who need not wait is answered as admitted.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function knock(context: Context, { sessionId }: { sessionId: SessionId }): Promise<Knocked> {
  const { actor, now } = context
  const door = atTheDoor(await readSessionRow(context, sessionId))
  const refusal = joinRefusal(actor, door)
  if (!refusal) return { admitted: true, place: 0, waiting: 0 }
  if (refusal !== 'not_admitted') throw refuseEntry(refusal)
  await changeRoom(context, sessionId, async (context) => {
    const before = atTheDoorOf(await readAttendees(context, sessionId), now)
    const wasSeen = before.some(({ userId }) => userId === actor.id)
    const key = { sessionId, userId: actor.id }
    await writeAttendee(context, key, { entryRequestSeenAt: now, ...(!wasSeen && { entryRequestedAt: now }) })
    if (wasSeen) return null
    await tellLeaders(context, sessionId)
    return toldAtTheDoor(context, sessionId)
  })
  const waiting = atTheDoorOf(await readAttendees(context, sessionId), now)
  const place = waiting.findIndex(({ userId }) => userId === actor.id) + 1
  return { admitted: false, place, waiting: waiting.length }
}
