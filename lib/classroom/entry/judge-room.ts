import 'server-only'
import { hallGrants } from '#lib/classroom/hall/policy.ts'
import { type PersonAtTheDoor, peopleAtDoors } from '#lib/classroom/people-at-the-door.ts'
import { grantsIn, isSameGrants, personInRoom, roomOrder } from '#lib/classroom/policy.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { liveSignIns } from '#lib/identity/sign-in/live-sign-ins.ts'
import { type SessionId, signInId } from '#lib/kernel/ids.ts'
import { deviceOf } from '#lib/livekit/identity.ts'
import { hallOf, isHall } from '#lib/livekit/ids.ts'
import type { Participant, RoomGrants } from '#lib/livekit/media.ts'
import { isOpen, joinRefusal, type SessionAtTheDoor } from '#lib/sessions/policy.ts'

/** Whether a room may be open, which of its people should not be in it, and who may do something else than they can. */
export type RoomVerdict = {
  open: boolean
  strangers: Participant[]
  corrections: { participant: Participant; grants: RoomGrants }[]
}

const roomFacts = {
  id: true,
  status: true,
  sessionType: true,
  trainerId: true,
  class: { select: { admission: true } },
  classroom: { select: { locks: true, startedAt: true, speakerId: true } },
  roomDisplay: { select: { id: true } },
} satisfies Prisma.ClassSessionSelect

type RoomFacts = Prisma.ClassSessionGetPayload<{ select: typeof roomFacts }>

/** The people of a room by their ids, and the owners of the sign-ins that still hold. */
type KnownPeople = { people: Map<string, PersonAtTheDoor>; live: ReadonlyMap<string, string> }

/** The verdict on one room. */
export async function judgeRoom(
  context: Pick<SystemContext, 'database'>,
  id: SessionId,
  participants: Participant[],
): Promise<RoomVerdict> {
  return (await judgeRooms(context, new Map([[id, participants]]))).get(id) ?? asItShouldBe()
}

/**
 * What the database says of rooms: a session that is over or not yet open has none; a participant without a place,
 * removed, not admitted or disabled is a stranger in it, and so is a participant whose sign-in has ended, and a room's
 * screen that is not paired with it.
 * Recorders and agents are left alone, and so is the room of a session that is not known here: sessions are never
 * deleted, so another installation shares this LiveKit. Takes the same number of statements for any number of rooms.
 */
export async function judgeRooms(
  { database }: Pick<SystemContext, 'database'>,
  rooms: ReadonlyMap<SessionId, Participant[]>,
): Promise<Map<SessionId, RoomVerdict>> {
  const sessions = await database.classSession.findMany({
    where: { id: { in: [...rooms.keys()] } },
    select: roomFacts,
  })
  const known = await peopleAtDoors({ database }, ownersIn(rooms))
  const live = await liveSignIns({ database }, signInsOf([...rooms.values()].flat()))
  const byId = new Map(sessions.map((session) => [session.id, session]))
  return new Map(
    [...rooms].map(([id, participants]) => {
      const session = byId.get(id)
      if (!session) return [id, asItShouldBe()]
      return [id, judge(session, participants, { people: known.get(id) ?? new Map(), live })]
    }),
  )
}

function asItShouldBe(): RoomVerdict {
  return { open: true, strangers: [], corrections: [] }
}

function judge(session: RoomFacts, participants: Participant[], { people, live }: KnownPeople): RoomVerdict {
  const verdict = asItShouldBe()
  const notYet = session.status === 'scheduled' && session.sessionType === 'offline'
  if (!isOpen(session) || notYet) return { ...verdict, open: false }
  const { admission } = session.class
  const order = roomOrder(admission, session.classroom)
  for (const participant of participants) {
    if (!participant.person) continue
    if (isHall(participant.identity)) {
      const isPaired = session.roomDisplay && participant.identity === hallOf(session.roomDisplay.id)
      if (!isPaired) verdict.strangers.push(participant)
      else if (!isSameGrants(hallGrants, participant.grants))
        verdict.corrections.push({ participant, grants: hallGrants })
      continue
    }
    const device = deviceOf(participant.identity)
    const person = device && people.get(device.userId)
    if (!person || !isBySignInOf(device.userId, participant, live)) {
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

function ownersIn(rooms: ReadonlyMap<SessionId, Participant[]>): Map<string, string[]> {
  return new Map(
    [...rooms].map(([id, participants]) => [
      id,
      participants.filter(({ person }) => person).flatMap(({ identity }) => deviceOf(identity)?.userId ?? []),
    ]),
  )
}

function signInsOf(participants: Participant[]): string[] {
  return participants.flatMap((participant) => signInId.safeParse(participant.signInId).data ?? [])
}

/** Whether a sign-in of the person that still holds is behind the participant. */
function isBySignInOf(
  userId: string,
  { signInId, grants }: Participant,
  live: ReadonlyMap<string, string>,
): boolean {
  // Tokens from before this version name none. A trainer's client could delete the name, so that a trainer needs one.
  if (signInId === null) return !grants.updateOwnMetadata
  return live.get(signInId) === userId
}
