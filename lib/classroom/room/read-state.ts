import 'server-only'
import { roomRules } from '#lib/classroom/policy.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { readNamesakes } from '#lib/identity/namesakes.ts'
import type { Admission } from '#lib/kernel/enums.ts'
import { type SessionId, userId } from '#lib/kernel/ids.ts'
import type { RoomState } from './api.ts'
import { readRoomDisplay } from './read-room-display.ts'
import { assistantsOf, countPaces, exceptionsOf, handsOf, lobbyOf, readRoomMembers } from './room-members.ts'

/** The reader of a room state, and what they may see. */
export type StateReader = {
  userId: string | null
  seesPace: boolean
  seesLobby: boolean
  seesEmails: boolean
}

/**
 * The state of a session's room, as the reader may see it. The number is read before the rest: a change in between
 * is published with a higher number, and applying it again changes nothing.
 */
export async function readState(
  context: Pick<SystemContext, 'database' | 'now'>,
  { sessionId, admission }: { sessionId: SessionId; admission: Admission },
  reader: StateReader,
): Promise<RoomState> {
  const room = await context.database.classroom.findUnique({ where: { sessionId } })
  const members = await readRoomMembers(context, sessionId)
  const roomDisplay = await readRoomDisplay(context, sessionId)
  const find = (id: string | null | undefined) => members.find((member) => member.userId === id)
  const { classStarted, locks } = roomRules(admission, room)
  const speaker = find(room?.speakerId)
  return {
    number: room?.number ?? 0,
    classStarted,
    locks,
    exceptions: exceptionsOf(members),
    floor:
      speaker && room?.floorGrantedAt
        ? { userId: speaker.userId, name: speaker.name, since: room.floorGrantedAt.toISOString() }
        : null,
    spotlight: room?.spotlightId ? userId.parse(room.spotlightId) : null,
    assistants: assistantsOf(members),
    audioOnly: members.filter(({ audioOnly }) => audioOnly).map((member) => member.userId),
    roomDisplay,
    hands: handsOf(members),
    namesakes: reader.seesEmails ? await readNamesakes(context, sessionId) : [],
    pace: reader.seesPace ? countPaces(members) : null,
    lobby: reader.seesLobby ? lobbyOf(members, context.now) : null,
    ownPace: find(reader.userId)?.pace ?? null,
  }
}
