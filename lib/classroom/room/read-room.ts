import 'server-only'
import { roomOrder } from '#lib/classroom/policy.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { userId } from '#lib/identity/ids.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { mayHelp } from '#lib/sessions/policy.ts'
import { readOwnSessionRow } from '#lib/sessions/read-session.ts'
import { atTheDoor } from '#lib/sessions/session-view.ts'
import type { RoomState } from './api.ts'
import { assistantsOf, atTheDoorOf, countPaces, exceptionsOf, handsOf, readAttendees } from './attendees.ts'

/**
 * How things stand in the session's room, for whoever has a place in it and for admins. The number is read before
 * the rest: what changes meanwhile is told with a higher one, and applying it again changes nothing.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function readRoom(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<RoomState> {
  const { actor, database, now } = context
  const session = await readOwnSessionRow(context, sessionId)
  if (session.removals.length > 0) throw new Refusal('forbidden', 'removedFromSession')
  const room = await database.classroom.findUnique({ where: { sessionId } })
  const attendees = await readAttendees(context, sessionId)
  const find = (id: string | null | undefined) => attendees.find((attendee) => attendee.userId === id)
  const { begun, locks } = roomOrder(session.class.admission, room)
  const speaker = find(room?.wordId)
  return {
    number: room?.number ?? 0,
    begun,
    locks,
    exceptions: exceptionsOf(attendees),
    word:
      speaker && room?.wordAt
        ? { userId: speaker.userId, name: speaker.name, since: room.wordAt.toISOString() }
        : null,
    spotlight: room?.spotlightId ? userId.parse(room.spotlightId) : null,
    assistants: assistantsOf(attendees),
    audioOnly: attendees.filter(({ audioOnly }) => audioOnly).map((attendee) => attendee.userId),
    hands: handsOf(attendees),
    pace: actor.role === 'STUDENT' ? null : countPaces(attendees),
    atTheDoor: mayHelp(actor, atTheDoor(session), 'admit') ? atTheDoorOf(attendees, now) : null,
    ownPace: find(actor.id)?.pace ?? null,
  }
}
