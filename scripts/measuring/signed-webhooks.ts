import { createHash, randomUUID } from 'node:crypto'
import { AccessToken, ParticipantInfo, Room, WebhookEvent } from 'livekit-server-sdk'
import { roomNameOf } from '#lib/livekit/media.ts'
import type { SessionId } from '#lib/sessions/ids.ts'

type Key = { apiKey: string; apiSecret: string }
type Happening = {
  event: 'participant_joined' | 'participant_left'
  sessionId: SessionId
  userId: string
  sid: string
}

/** A webhook as LiveKit sends it: the event as JSON, and a token over its hash. Each has an id of its own. */
export async function signWebhook(
  { apiKey, apiSecret }: Key,
  { event, sessionId, userId, sid }: Happening,
): Promise<{ body: string; authorization: string }> {
  const now = Math.floor(Date.now() / 1000)
  const body = new WebhookEvent({
    event,
    id: `EV_${randomUUID()}`,
    createdAt: BigInt(now),
    room: new Room({ name: roomNameOf(sessionId), sid: `RM_${sessionId}` }),
    participant: new ParticipantInfo({ identity: userId, sid, joinedAt: BigInt(now) }),
  }).toJsonString()
  const token = new AccessToken(apiKey, apiSecret)
  token.sha256 = createHash('sha256').update(body).digest('base64')
  return { body, authorization: await token.toJwt() }
}

/** Sends a signed webhook and answers its status. */
export async function sendWebhook(
  baseUrl: string,
  { body, authorization }: { body: string; authorization: string },
): Promise<number> {
  const response = await fetch(`${baseUrl}/api/v1/livekit/webhook`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/webhook+json' },
    body,
  })
  await response.arrayBuffer()
  return response.status
}
