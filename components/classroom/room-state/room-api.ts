import { request } from '#components/api/request.ts'
import { admitEndpoint, sendReminderEndpoint } from '#lib/classroom/admission/endpoints.generated.ts'
import {
  listMessagesEndpoint,
  removeMessageEndpoint,
  sendMessageEndpoint,
} from '#lib/classroom/chat/endpoints.generated.ts'
import { muteParticipantsEndpoint } from '#lib/classroom/endpoints.generated.ts'
import {
  clearPaceEndpoint,
  grantFloorEndpoint,
  lowerHandEndpoint,
  lowerHandsEndpoint,
  raiseHandEndpoint,
  reactEndpoint,
  sendPaceEndpoint,
  takeBackFloorEndpoint,
} from '#lib/classroom/hands/endpoints.generated.ts'
import {
  changeAssistantEndpoint,
  changeLocksEndpoint,
  setSpotlightEndpoint,
} from '#lib/classroom/moderation/endpoints.generated.ts'
import { readRoomEndpoint, setReceiveModeEndpoint } from '#lib/classroom/room/endpoints.generated.ts'
import type { ClientEndpoint, RequestOf } from '#lib/kernel/client-endpoint.ts'
import type { Endpoint } from '#lib/kernel/endpoint.ts'
import type { AssistantPermission, Lock, Pace, Reaction, TrackSource } from '#lib/kernel/enums.ts'
import type { Draft } from './outbox.ts'

export type RoomApi = ReturnType<typeof createRoomApi>

/** Participants to mute: `userIds`, or everybody except moderators and `except`. */
type MuteTarget = { userIds?: string[]; except?: string[] }

export type LockException = { userId: string; lock: Lock; excepted: boolean }

/** Requests of the room of one session. Each throws `ApiFailure`. */
export function createRoomApi(sessionId: string, onChange: () => void) {
  async function change<E extends Endpoint>(endpoint: ClientEndpoint<E>, input: RequestOf<E>): Promise<void> {
    await request(endpoint, input)
    // The change also arrives as a room update. The refresh shows it even if that update is lost.
    onChange()
  }
  return {
    readRoom: () => request(readRoomEndpoint, { sessionId }),
    raiseHand: () => change(raiseHandEndpoint, { sessionId }),
    lowerHand: (userId: string) => change(lowerHandEndpoint, { sessionId, userId }),
    listMessages: (range: { before?: number; since?: number }) =>
      request(listMessagesEndpoint, { sessionId, limit: 100, ...range }),
    sendMessage: ({ id, text, mentions, replyTo, privateWith }: Draft & { id: string }) =>
      request(sendMessageEndpoint, {
        sessionId,
        id,
        text,
        mentions: mentions.map((person) => person.id),
        replyToId: replyTo?.id ?? null,
        privateWith: privateWith?.id ?? null,
      }),
    removeMessage: (messageId: string) => change(removeMessageEndpoint, { sessionId, messageId }),
    lowerHands: () => change(lowerHandsEndpoint, { sessionId }),
    grantFloor: (userId: string) => change(grantFloorEndpoint, { sessionId, userId }),
    takeBackFloor: () => change(takeBackFloorEndpoint, { sessionId }),
    sendPace: (pace: Pace | null) => change(sendPaceEndpoint, { sessionId, pace }),
    clearPace: () => change(clearPaceEndpoint, { sessionId }),
    react: (reaction: Reaction) => request(reactEndpoint, { sessionId, reaction }),
    admit: (userId?: string) => change(admitEndpoint, { sessionId, userIds: userId ? [userId] : undefined }),
    mute: (source: TrackSource, target: MuteTarget = {}) =>
      change(muteParticipantsEndpoint, { sessionId, source, ...target }),
    sendReminder: (userId?: string) =>
      change(sendReminderEndpoint, { sessionId, userIds: userId ? [userId] : undefined }),
    changeLocks: (locks: Partial<Record<Lock, boolean>>) => change(changeLocksEndpoint, { sessionId, locks }),
    setLockException: (exception: LockException) =>
      change(changeLocksEndpoint, { sessionId, exceptions: [exception] }),
    spotlight: (userId: string | null) => change(setSpotlightEndpoint, { sessionId, userId }),
    changeAssistant: (userId: string, assistantPermissions: AssistantPermission[]) =>
      change(changeAssistantEndpoint, { sessionId, userId, assistantPermissions }),
    setReceiveMode: (mode: 'all' | 'audio_and_screen') => change(setReceiveModeEndpoint, { sessionId, mode }),
  }
}
