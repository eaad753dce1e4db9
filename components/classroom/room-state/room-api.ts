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
import type { AssistantPermission, Lock, Pace, Reaction, TrackSource } from '#lib/kernel/enums.ts'
import type { Draft } from './outbox.ts'
import type { OwnRoomState, RoomStateStore } from './room-state-store.ts'

export type RoomApi = ReturnType<typeof createRoomApi>

/** Participants to mute: `userIds`, or everybody except moderators and `except`. `lock` keeps students muted. */
type MuteTarget = { userIds?: string[]; except?: string[]; lock?: boolean }

export type LockException = { userId: string; lock: Lock; excepted: boolean }

/**
 * Requests of the room of one session. Each throws `ApiFailure`. `onChange` gets the number of a change that our server
 * has made, and what only the viewer sees of it.
 */
export function createRoomApi(sessionId: string, onChange: RoomStateStore['expect']) {
  async function change(changing: Promise<{ number?: number }>, own?: OwnRoomState): Promise<void> {
    const { number } = await changing
    if (number !== undefined) onChange(number, own)
  }
  return {
    readRoom: () => request(readRoomEndpoint, { sessionId }),
    raiseHand: () => change(request(raiseHandEndpoint, { sessionId })),
    lowerHand: (userId: string) => change(request(lowerHandEndpoint, { sessionId, userId })),
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
    removeMessage: (messageId: string) => change(request(removeMessageEndpoint, { sessionId, messageId })),
    lowerHands: () => change(request(lowerHandsEndpoint, { sessionId })),
    grantFloor: (userId: string) => change(request(grantFloorEndpoint, { sessionId, userId })),
    takeBackFloor: () => change(request(takeBackFloorEndpoint, { sessionId })),
    sendPace: (pace: Pace | null) =>
      change(request(sendPaceEndpoint, { sessionId, pace }), { ownPace: pace }),
    clearPace: () => change(request(clearPaceEndpoint, { sessionId })),
    react: (reaction: Reaction) => request(reactEndpoint, { sessionId, reaction }),
    admit: (userId?: string) =>
      change(request(admitEndpoint, { sessionId, userIds: userId ? [userId] : undefined })),
    mute: (source: TrackSource, target: MuteTarget = {}) =>
      change(request(muteParticipantsEndpoint, { sessionId, source, ...target })),
    async sendReminder(userId?: string) {
      await request(sendReminderEndpoint, { sessionId, userIds: userId ? [userId] : undefined })
    },
    changeLocks: (locks: Partial<Record<Lock, boolean>>) =>
      change(request(changeLocksEndpoint, { sessionId, locks })),
    setLockException: (exception: LockException) =>
      change(request(changeLocksEndpoint, { sessionId, exceptions: [exception] })),
    spotlight: (userId: string | null) => change(request(setSpotlightEndpoint, { sessionId, userId })),
    changeAssistant: (userId: string, assistantPermissions: AssistantPermission[]) =>
      change(request(changeAssistantEndpoint, { sessionId, userId, assistantPermissions })),
    setReceiveMode: (mode: 'all' | 'audio_and_screen') =>
      change(request(setReceiveModeEndpoint, { sessionId, mode })),
  }
}
