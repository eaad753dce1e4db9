import { call } from '#components/classroom/api/api-client.ts'
import type { MessagePage } from '#lib/classroom/chat/api.ts'
import type { Message } from '#lib/classroom/message.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'
import type { AssistantPermission, Lock, Pace, Reaction, TrackSource } from '#lib/kernel/enums.ts'
import type { Draft } from './outbox.ts'

export type RoomApi = ReturnType<typeof createRoomApi>

/** Participants to mute: `userIds`, or everybody except moderators and `except`. */
type MuteTarget = { userIds?: string[]; except?: string[] }

export type LockException = { userId: string; lock: Lock; excepted: boolean }

/** API requests of the room for one session. Each throws `ApiFailure`. */
export function createRoomApi(sessionId: string, onChange: () => void) {
  const sessionPath = `/api/v1/sessions/${sessionId}`
  async function runAction(method: string, path: string, body?: object): Promise<void> {
    await call<unknown>(method, `${sessionPath}/${path}`, body)
    // The change also arrives as a room update. The refresh shows it even if that update is lost.
    onChange()
  }
  return {
    readRoom: () => call<RoomState>('GET', `${sessionPath}/room`),
    raiseHand: () => runAction('POST', 'hands'),
    lowerHand: (userId: string) => runAction('DELETE', `hands/${userId}`),
    listMessages: (params: { before?: number; since?: number }) =>
      call<MessagePage>('GET', `${sessionPath}/messages?${queryOf(params)}`),
    sendMessage: ({ id, text, mentions, replyTo, privateWith }: Draft & { id: string }) =>
      call<Message>('POST', `${sessionPath}/messages`, {
        id,
        text,
        mentions: mentions.map((person) => person.id),
        replyToId: replyTo?.id ?? null,
        privateWith: privateWith?.id ?? null,
      }),
    removeMessage: (id: string) => runAction('DELETE', `messages/${id}`),
    lowerHands: () => runAction('DELETE', 'hands'),
    grantFloor: (userId: string) => runAction('POST', 'floor', { userId }),
    takeBackFloor: () => runAction('DELETE', 'floor'),
    sendPace: (pace: Pace | null) => runAction('POST', 'pace', { pace }),
    clearPace: () => runAction('DELETE', 'pace'),
    react: (reaction: Reaction) => call<unknown>('POST', `${sessionPath}/reactions`, { reaction }),
    admit: (userId?: string) => runAction('POST', 'admissions', { userIds: userId && [userId] }),
    mute: (source: TrackSource, target: MuteTarget = {}) => runAction('POST', 'mutes', { source, ...target }),
    sendReminder: (userId?: string) => runAction('POST', 'reminders', { userIds: userId && [userId] }),
    changeLocks: (locks: Partial<Record<Lock, boolean>>) => runAction('PATCH', 'locks', { locks }),
    setLockException: (exception: LockException) => runAction('PATCH', 'locks', { exceptions: [exception] }),
    spotlight: (userId: string | null) => runAction('POST', 'spotlight', { userId }),
    changeAssistant: (userId: string, assistantPermissions: AssistantPermission[]) =>
      runAction('POST', 'assistants', { userId, assistantPermissions }),
    setReceiveMode: (mode: 'all' | 'audio_and_screen') => runAction('POST', 'receive-mode', { mode }),
  }
}

function queryOf({ before, since }: { before?: number; since?: number }): string {
  return new URLSearchParams({
    limit: '100',
    ...(before !== undefined && { before: String(before) }),
    ...(since !== undefined && { since: String(since) }),
  }).toString()
}
