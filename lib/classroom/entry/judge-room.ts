import 'server-only'
import { z } from 'zod'
import { userId } from '#lib/identity/ids.ts'
import type { Participant } from '#lib/livekit/media.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { sessionId } from '#lib/sessions/ids.ts'
import { joinRefusal } from '#lib/sessions/policy.ts'

/** Whether a room may be open, and which of its people should not be in it. */
export type RoomVerdict = { open: boolean; strangers: Participant[] }

/**
 * What the database says of a room: a session that is over or not yet open has none; somebody without a place,
 * removed or disabled is a stranger in it. Recorders and agents are left alone, and so is the room of a session
 * that is not known here: sessions are never deleted, so another installation shares this LiveKit.
 */
export async function judgeRoom(
  { database }: Pick<SystemContext, 'database'>,
  roomSession: string,
  participants: Participant[],
): Promise<RoomVerdict> {
  const id = sessionId.safeParse(roomSession)
  const session = id.success
    ? await database.classSession.findUnique({
        where: { id: id.data },
        select: { id: true, status: true, sessionType: true, trainerId: true },
      })
    : null
  if (!session) return { open: true, strangers: [] }
  const open =
    session.status === 'in_progress' || (session.status === 'scheduled' && session.sessionType === 'online')
  if (!open) return { open, strangers: [] }
  const people = participants.filter((participant) => participant.person)
  const known = await readPeople({ database }, session.id, people)
  const strangers = people.filter(({ identity }) => {
    const person = known.get(identity)
    if (!person) return true
    const door = { ...session, seated: person.seats.length > 0, removed: person.removals.length > 0 }
    return joinRefusal({ id: userId.parse(person.id), role: person.role }, door) !== null
  })
  return { open, strangers }
}

async function readPeople(
  { database }: Pick<SystemContext, 'database'>,
  session: string,
  people: Participant[],
) {
  const ids = people
    .map(({ identity }) => identity)
    .filter((identity) => z.uuid().safeParse(identity).success)
  const found = await database.user.findMany({
    where: { id: { in: ids }, disabledAt: null },
    select: {
      id: true,
      role: true,
      seats: { where: { sessionId: session }, select: { studentId: true } },
      removals: { where: { sessionId: session }, select: { userId: true } },
    },
  })
  return new Map(found.map((person) => [person.id, person]))
}
