import { createHash, randomUUID } from 'node:crypto'
import { AccessToken, ParticipantInfo, ParticipantPermission, Room, WebhookEvent } from 'livekit-server-sdk'
import { grantsOfToken } from '#lib/classroom/grants.ts'
import { LOCKED_AT_FIRST } from '#lib/classroom/policy.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { roomNameOf, SIGN_IN_ATTRIBUTE } from '#lib/livekit/media.ts'
import { publishPermission } from '#lib/livekit/sources.ts'

type Key = { apiKey: string; apiSecret: string }
type ParticipantEvent = {
  event: 'participant_joined' | 'participant_left'
  sessionId: SessionId
  person: WebhookParticipant
  sid: string
}

export type WebhookParticipant = { id: string; role: 'STUDENT' | 'TRAINER'; signInId: string }

/** A webhook as LiveKit sends it: the event as JSON, and a token over its hash. Each has a unique id. */
export async function signWebhook(
  { apiKey, apiSecret }: Key,
  { event, sessionId, person, sid }: ParticipantEvent,
): Promise<{ body: string; authorization: string }> {
  const now = Math.floor(Date.now() / 1000)
  const webhookEvent = new WebhookEvent({
    id: `EV_${randomUUID()}`,
    createdAt: BigInt(now),
    room: new Room({ name: roomNameOf(sessionId), sid: `RM_${sessionId}` }),
    participant: participantOf(person, sid, now),
  })
  // The SDK's class field hides the value that the constructor sets.
  webhookEvent.event = event
  const body = webhookEvent.toJsonString()
  const token = new AccessToken(apiKey, apiSecret)
  token.sha256 = createHash('sha256').update(body).digest('base64')
  return { body, authorization: await token.toJwt() }
}

/** A participant with the grants of their token for an open class. */
function participantOf(
  { id, role, signInId }: WebhookParticipant,
  sid: string,
  now: number,
): ParticipantInfo {
  const isTrainer = role === 'TRAINER'
  const person = { id, isModerator: isTrainer, isTrainer, exceptions: [], companion: false }
  const grants = grantsOfToken({ locks: [...LOCKED_AT_FIRST], speakerId: null }, person)
  return new ParticipantInfo({
    identity: id,
    sid,
    joinedAt: BigInt(now),
    attributes: { [SIGN_IN_ATTRIBUTE]: signInId },
    permission: new ParticipantPermission({
      ...publishPermission(grants.publish),
      canSubscribe: grants.subscribe,
      canPublishData: grants.publishData,
      canUpdateMetadata: grants.updateOwnMetadata,
    }),
  })
}

/** Sends a signed webhook and returns the status. Retries after a connection error, as LiveKit does. */
export async function sendWebhook(
  baseUrl: string,
  { body, authorization }: { body: string; authorization: string },
): Promise<number> {
  const send = () =>
    fetch(`${baseUrl}/api/v1/livekit/webhook`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/webhook+json' },
      body,
    })
  const response = await send().catch(send)
  await response.arrayBuffer()
  return response.status
}
