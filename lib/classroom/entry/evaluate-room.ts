import 'server-only'
import { grantsIn, isSameGrants } from '#lib/classroom/grants.ts'
import { type PersonAccess, readPeopleAccess } from '#lib/classroom/people-access.ts'
import { personInRoom, roomRules } from '#lib/classroom/policy.ts'
import { roomDisplayGrants } from '#lib/classroom/room-display/policy.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { findActiveSignIns } from '#lib/identity/sign-in/find-active-sign-ins.ts'
import { type SessionId, signInId } from '#lib/kernel/ids.ts'
import { deviceOf } from '#lib/livekit/identity.ts'
import { isRoomDisplay, roomDisplayIdentityOf } from '#lib/livekit/ids.ts'
import type { Participant, RoomGrants } from '#lib/livekit/media.ts'
import { joinRefusal } from '#lib/sessions/join-policy.ts'
import { isOpen, type SessionAccess } from '#lib/sessions/policy.ts'

/** Whether a room may be open, which participants are intruders, and which have the wrong grants. */
export type RoomEvaluation = {
  mayBeOpen: boolean
  intruders: Participant[]
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

/** The access facts of a room's people by id, and the owners of the active sign-ins. */
type KnownPeople = { people: Map<string, PersonAccess>; activeSignIns: ReadonlyMap<string, string> }

/** Evaluates one room. */
export async function evaluateRoom(
  context: Pick<SystemContext, 'database'>,
  id: SessionId,
  participants: Participant[],
): Promise<RoomEvaluation> {
  return (await evaluateRooms(context, new Map([[id, participants]]))).get(id) ?? nothingToCorrect()
}

/**
 * Evaluates rooms against the database. The room of a session that has ended or is not yet open must be closed.
 * Intruders are people who have no access or were removed, not admitted or disabled, participants whose sign-in
 * has ended, and room displays that are not paired with the session.
 * Recorders and agents are ignored, and so is the room of an unknown session: sessions are never deleted, so it
 * belongs to another installation that shares this LiveKit. The number of statements is the same for any number of
 * rooms.
 */
export async function evaluateRooms(
  { database }: Pick<SystemContext, 'database'>,
  rooms: ReadonlyMap<SessionId, Participant[]>,
): Promise<Map<SessionId, RoomEvaluation>> {
  const sessions = await database.classSession.findMany({
    where: { id: { in: [...rooms.keys()] } },
    select: roomFacts,
  })
  const known = await readPeopleAccess({ database }, userIdsByRoom(rooms))
  const activeSignIns = await findActiveSignIns({ database }, signInsOf([...rooms.values()].flat()))
  const byId = new Map(sessions.map((session) => [session.id, session]))
  return new Map(
    [...rooms].map(([id, participants]) => {
      const session = byId.get(id)
      if (!session) return [id, nothingToCorrect()]
      return [id, evaluate(session, participants, { people: known.get(id) ?? new Map(), activeSignIns })]
    }),
  )
}

function nothingToCorrect(): RoomEvaluation {
  return { mayBeOpen: true, intruders: [], corrections: [] }
}

function evaluate(
  session: RoomFacts,
  participants: Participant[],
  { people, activeSignIns }: KnownPeople,
): RoomEvaluation {
  const evaluation = nothingToCorrect()
  const notStarted = session.status === 'scheduled' && session.sessionType === 'offline'
  if (!isOpen(session) || notStarted) return { ...evaluation, mayBeOpen: false }
  const { admission } = session.class
  const rules = roomRules(admission, session.classroom)
  for (const participant of participants) {
    if (!participant.person) continue
    if (isRoomDisplay(participant.identity)) {
      const isPaired =
        session.roomDisplay && participant.identity === roomDisplayIdentityOf(session.roomDisplay.id)
      if (!isPaired) evaluation.intruders.push(participant)
      else if (!isSameGrants(roomDisplayGrants, participant.grants))
        evaluation.corrections.push({ participant, grants: roomDisplayGrants })
      continue
    }
    const device = deviceOf(participant.identity)
    const person = device && people.get(device.userId)
    if (!person || !hasActiveSignIn(device.userId, participant, activeSignIns)) {
      evaluation.intruders.push(participant)
      continue
    }
    const { actor, exceptions } = person
    const access: SessionAccess = { ...session, admission, ...person.access }
    if (joinRefusal(actor, access)) {
      evaluation.intruders.push(participant)
      continue
    }
    const grants = grantsIn(rules, personInRoom(actor, access, { exceptions, companion: device.companion }))
    if (!isSameGrants(grants, participant.grants)) evaluation.corrections.push({ participant, grants })
  }
  return evaluation
}

function userIdsByRoom(rooms: ReadonlyMap<SessionId, Participant[]>): Map<string, string[]> {
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

/** Whether the participant's token belongs to an active sign-in of the person. */
function hasActiveSignIn(
  userId: string,
  { signInId, grants }: Participant,
  activeSignIns: ReadonlyMap<string, string>,
): boolean {
  // Tokens from before this version name no sign-in. A trainer's client could delete the name, so trainers need one.
  if (signInId === null) return !grants.updateOwnMetadata
  return activeSignIns.get(signInId) === userId
}
