import 'server-only'
import { findTokenRequest } from '#lib/classroom/find-access.ts'
import { grantsOfToken } from '#lib/classroom/grants.ts'
import { refuseEntry } from '#lib/classroom/guards.ts'
import { personInRoom } from '#lib/classroom/policy.ts'
import type { CredentialContext } from '#lib/identity/sign-in/credential.ts'
import { extendSignIn } from '#lib/identity/sign-in/find-actor.ts'
import { refuseEnded } from '#lib/identity/sign-in/refuse-ended.ts'
import { expiryForClass } from '#lib/identity/sign-in/sign-in-lifetime.ts'
import { type SessionId, userId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { countRequest } from '#lib/limits/request-counters.ts'
import { identityOf } from '#lib/livekit/identity.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import { joinRefusal } from '#lib/sessions/join-policy.ts'

/**
 * A LiveKit token for the caller's place in the session's room, valid for 2 hours. One database round trip, shared
 * by simultaneous requests, and a second one if the sign-in would expire during the class. Does not call LiveKit.
 * @throws Refusal `unauthenticated`, `not_found`, `forbidden`, `session_not_accessible`, `rate_limited`
 */
export async function issueRoomToken(
  context: CredentialContext,
  { sessionId }: { sessionId: SessionId },
): Promise<RoomToken> {
  return issueToken(context, sessionId, { companion: false })
}

/**
 * A LiveKit token for the caller's companion, which only receives; otherwise like issueRoomToken().
 * @throws Refusal `unauthenticated`, `not_found`, `forbidden`, `session_not_accessible`, `rate_limited`
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
  const request = await findTokenRequest(context, sessionId)
  if (!request) throw await refuseEnded(context, context.credential)
  const { access, role } = request
  if (!access) throw new Refusal('not_found', 'noSuchSession')
  const id = userId.parse(request.userId)
  countRequest('tokens', id)
  const refusal = joinRefusal({ id, role }, access)
  if (refusal) throw refuseEntry(refusal)
  const expiresAt = expiryForClass(request, access.endsAt, context.now)
  if (expiresAt) await extendSignIn(context, request.signInId, expiresAt)
  // In-person students may join the LiveKit room too. The trainer has a place in addition to the students.
  const capacity = access.capacity + access.inPersonCapacity + 1
  const person = personInRoom({ id, role }, access, { exceptions: access.exceptions, companion })
  const grants = grantsOfToken(access, person)
  const identity = identityOf({ userId: id, companion })
  const { signInId } = request
  return context.media.signToken({ sessionId, identity, name: access.name, grants, capacity, signInId })
}
