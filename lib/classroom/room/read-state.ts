import 'server-only'
import { roomOrder } from '#lib/classroom/policy.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { readNamesakes } from '#lib/identity/namesakes.ts'
import type { Admission } from '#lib/kernel/enums.ts'
import { type SessionId, userId } from '#lib/kernel/ids.ts'
import type { RoomState } from './api.ts'
import { assistantsOf, atTheDoorOf, countPaces, exceptionsOf, handsOf, readAttendees } from './attendees.ts'
import { readHall } from './read-hall.ts'

/** For whom a room's state is read. */
export type Reader = { userId: string | null; seesPace: boolean; seesDoor: boolean; seesEmails: boolean }

/**
 * How things stand in a session's room, as the reader may see it. The number is read before the rest: what changes
 * meanwhile is told with a higher one, and applying it again changes nothing.
 */
export async function readState(
  context: Pick<SystemContext, 'database' | 'now'>,
  { sessionId, admission }: { sessionId: SessionId; admission: Admission },
  reader: Reader,
): Promise<RoomState> {
  const room = await context.database.classroom.findUnique({ where: { sessionId } })
  const attendees = await readAttendees(context, sessionId)
  const hall = await readHall(context, sessionId)
  const find = (id: string | null | undefined) => attendees.find((attendee) => attendee.userId === id)
  const { begun, locks } = roomOrder(admission, room)
  const speaker = find(room?.speakerId)
  return {
    number: room?.number ?? 0,
    begun,
    locks,
    exceptions: exceptionsOf(attendees),
    word:
      speaker && room?.floorGrantedAt
        ? { userId: speaker.userId, name: speaker.name, since: room.floorGrantedAt.toISOString() }
        : null,
    spotlight: room?.spotlightId ? userId.parse(room.spotlightId) : null,
    assistants: assistantsOf(attendees),
    audioOnly: attendees.filter(({ audioOnly }) => audioOnly).map((attendee) => attendee.userId),
    hall,
    hands: handsOf(attendees),
    namesakes: reader.seesEmails ? await readNamesakes(context, sessionId) : [],
    pace: reader.seesPace ? countPaces(attendees) : null,
    atTheDoor: reader.seesDoor ? atTheDoorOf(attendees, context.now) : null,
    ownPace: find(reader.userId)?.pace ?? null,
  }
}
