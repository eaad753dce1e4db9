import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { createVerifier } from 'fast-jwt'
import { WebhookEvent } from 'livekit-server-sdk'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { ForgedEvent, type LiveKitSettings, type Media, type MediaEvent } from './media.ts'
import { participantOf } from './participant-of.ts'

/** Tolerance for the clock of LiveKit, in ms. */
const CLOCK_TOLERANCE_MS = MINUTE_MS

/**
 * A reader of webhooks that verifies signature, issuer, age and body hash. Its key is created once, because
 * LiveKit sends a webhook for every event in every room.
 * Source: docs.livekit.io, "Webhooks" (`Authorization` is a JWT with the claim `sha256`, valid for 5 minutes).
 */
export function createEventReader({ apiKey, apiSecret }: LiveKitSettings): Media['readEvent'] {
  const verify = createVerifier({
    key: apiSecret,
    algorithms: ['HS256'],
    allowedIss: apiKey,
    requiredClaims: ['iss', 'exp', 'sha256'],
    clockTolerance: CLOCK_TOLERANCE_MS,
    cache: false,
  })
  return async function readEvent(body, authorization) {
    try {
      const { sha256 } = verify(authorization ?? '')
      if (!isHashOf(body, sha256)) throw new Error('The body is not the one that was signed')
      return parseEvent(body)
    } catch (error) {
      throw new ForgedEvent('A webhook was refused', { cause: error })
    }
  }
}

function isHashOf(body: string, claimed: unknown): boolean {
  const hash = createHash('sha256').update(body).digest()
  const given = Buffer.from(String(claimed), 'base64')
  return given.length === hash.length && timingSafeEqual(given, hash)
}

/**
 * Converts an event of LiveKit. An aborted connection becomes kind `other`, because its participant never was in
 * the room.
 */
function parseEvent(body: string): MediaEvent {
  const event = WebhookEvent.fromJson(JSON.parse(body), { ignoreUnknownFields: true })
  const head = { id: event.id, at: new Date(Number(event.createdAt) * 1000) }
  const room = event.room && { roomName: event.room.name, sid: event.room.sid }
  const participant = event.participant && participantOf(event.participant)
  switch (event.event) {
    case 'room_started':
    case 'room_finished':
      if (!room) break
      return { kind: event.event === 'room_started' ? 'room_started' : 'room_finished', ...head, room }
    case 'participant_joined':
    case 'participant_left':
      if (!room || !participant) break
      return { kind: event.event === 'participant_joined' ? 'joined' : 'left', ...head, room, participant }
  }
  return { kind: 'other', ...head, name: event.event }
}
