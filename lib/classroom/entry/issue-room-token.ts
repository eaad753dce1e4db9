import 'server-only'
import type { RoomToken } from '#lib/classroom/api.ts'
import { refuseEntry } from '#lib/classroom/guards.ts'
import { grantsOfToken, personInRoom } from '#lib/classroom/policy.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { CredentialContext } from '#lib/http/route.ts'
import { extendSignIn } from '#lib/identity/find-actor.ts'
import { userId } from '#lib/identity/ids.ts'
import { expiryForClass } from '#lib/identity/sign-in/sign-in-life.ts'
import { identityOf } from '#lib/livekit/identity.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { joinRefusal } from '#lib/sessions/policy.ts'
import { findSessionAtTheDoor } from './find-session-at-the-door.ts'

/**
 * A LiveKit token for the caller's place in the session's room, valid for 2 hours. One database round trip, and
 * a second one where the sign-in would run out during the class; LiveKit itself is not asked.
 * @throws Refusal `unauthenticated`, `not_found`, `forbidden`, `session_not_accessible`
 */
export async function issueRoomToken(
  context: CredentialContext,
  { sessionId }: { sessionId: SessionId },
): Promise<RoomToken> {
  return issueToken(context, sessionId, { companion: false })
}

/**
 * The same for the caller's companion: it sees, and sends nothing.
 * @throws Refusal `unauthenticated`, `not_found`, `forbidden`, `session_not_accessible`
 */
export async function issueCompanionToken(
  context: CredentialContext,
  { sessionId }: { sessionId: SessionId },
): Promise<RoomToken> {
  return issueToken(context, sessionId, { companion: true })
}

async function issueToken(
  context: CredentialContext,
  sessionId: SessionId,
  { companion }: { companion: boolean },
): Promise<RoomToken> {
  const knock = await findSessionAtTheDoor(context, sessionId)
  if (!knock) throw new Refusal('unauthenticated', 'signInEnded')
  const { session, role, name } = knock
  if (!session) throw new Refusal('not_found', 'noSuchSession')
  const id = userId.parse(knock.userId)
  const refusal = joinRefusal({ id, role }, session)
  if (refusal) throw refuseEntry(refusal)
  const expiresAt = expiryForClass(knock, session.endsAt, context.now)
  if (expiresAt) await extendSignIn(context, knock.signInId, expiresAt)
  // Who sits in the room may join from there too; the trainer's place is beside the students' places.
  const places = session.capacity + session.roomCapacity + 1
  const person = personInRoom({ id, role }, session, { exceptions: session.exceptions, companion })
  const grants = grantsOfToken(session, person)
  const identity = identityOf({ userId: id, companion })
  return context.media.signPass({ sessionId, identity, name, grants, places })
}
