import 'server-only'
import { hallGrants } from '#lib/classroom/hall/policy.ts'
import { grantsIn, isSameGrants, personInRoom, roomOrder } from '#lib/classroom/policy.ts'
import { deviceOf } from '#lib/livekit/identity.ts'
import { hallOf, isHall } from '#lib/livekit/ids.ts'
import type { Participant, RoomGrants } from '#lib/livekit/media.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { sessionId } from '#lib/sessions/ids.ts'
import { isOpen, joinRefusal, type SessionAtTheDoor } from '#lib/sessions/policy.ts'
import { peopleAtTheDoor } from './people-at-the-door.ts'

/** Whether a room may be open, which of its people should not be in it, and who may do something else than they can. */
export type RoomVerdict = {
  open: boolean
  strangers: Participant[]
  corrections: { participant: Participant; grants: RoomGrants }[]
}

/**
 * What the database says of a room: a session that is over or not yet open has none; somebody without a place,
 * removed, not admitted or disabled is a stranger in it, and so is a room's screen that is not paired with it.
 * Recorders and agents are left alone, and so is the room of a session that is not known here: sessions are never
 * deleted, so another installation shares this LiveKit.
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
        select: {
          id: true,
          status: true,
          sessionType: true,
          trainerId: true,
          class: { select: { admission: true } },
          classroom: { select: { locks: true, begunAt: true, wordId: true } },
          hall: { select: { id: true } },
        },
      })
    : null
  const verdict: RoomVerdict = { open: true, strangers: [], corrections: [] }
  if (!session) return verdict
  const notYet = session.status === 'scheduled' && session.sessionType === 'offline'
  if (!isOpen(session) || notYet) return { ...verdict, open: false }
  const { admission } = session.class
  const order = roomOrder(admission, session.classroom)
  const people = participants.filter((participant) => participant.person)
  const known = await peopleAtTheDoor({ database }, session.id, ownersOf(people))
  for (const participant of people) {
    if (isHall(participant.identity)) {
      const isPaired = session.hall && participant.identity === hallOf(session.hall.id)
      if (!isPaired) verdict.strangers.push(participant)
      else if (!isSameGrants(hallGrants, participant.grants))
        verdict.corrections.push({ participant, grants: hallGrants })
      continue
    }
    const device = deviceOf(participant.identity)
    const person = device && known.get(device.userId)
    if (!person) {
      verdict.strangers.push(participant)
      continue
    }
    const { actor, exceptions } = person
    const door: SessionAtTheDoor = { ...session, admission, ...person.door }
    if (joinRefusal(actor, door)) {
      verdict.strangers.push(participant)
      continue
    }
    const grants = grantsIn(order, personInRoom(actor, door, { exceptions, companion: device.companion }))
    if (!isSameGrants(grants, participant.grants)) verdict.corrections.push({ participant, grants })
  }
  return verdict
}

function ownersOf(people: Participant[]): string[] {
  return people.flatMap(({ identity }) => deviceOf(identity)?.userId ?? [])
}
