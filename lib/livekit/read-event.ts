import 'server-only'
import { WebhookReceiver } from 'livekit-server-sdk'
import type { Configuration } from '#lib/process/configuration.ts'
import { ForgedEvent, type Media } from './media.ts'
import { participantOf } from './participant-of.ts'

/** How far LiveKit's clock may be off, in seconds. */
const CLOCK_TOLERANCE_S = 60

/**
 * A reader of webhooks that checks signature, body hash and age (5 minutes). Somebody whose connection was aborted
 * never was in the room: nothing came of it.
 */
export function createEventReader({ apiKey, apiSecret }: Configuration['liveKit']): Media['readEvent'] {
  const receiver = new WebhookReceiver(apiKey, apiSecret)
  return async function readEvent(body, authorization) {
    const event = await receiver
      .receive(body, authorization ?? undefined, false, CLOCK_TOLERANCE_S)
      .catch((error: unknown) => {
        throw new ForgedEvent('A webhook was refused', { cause: error })
      })
    const head = { id: event.id, at: new Date(Number(event.createdAt) * 1000) }
    const room = event.room && { roomName: event.room.name, sid: event.room.sid }
    const participant = event.participant && participantOf(event.participant)
    switch (event.event) {
      case 'room_started':
      case 'room_finished':
        if (!room) break
        return { kind: event.event === 'room_started' ? 'room-started' : 'room-finished', ...head, room }
      case 'participant_joined':
      case 'participant_left':
        if (!room || !participant) break
        return { kind: event.event === 'participant_joined' ? 'joined' : 'left', ...head, room, participant }
    }
    return { kind: 'other', ...head, name: event.event }
  }
}
