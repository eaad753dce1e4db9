import { call } from '#components/classroom/api/api-client.ts'
import type { MessagePage } from '#lib/classroom/chat/api.ts'
import type { Message } from '#lib/classroom/message.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'
import type { AssistantPermission, Lock, Pace, Reaction, TrackSource } from '#lib/kernel/enums.ts'
import type { Draft } from './outbox.ts'

export type RoomApi = ReturnType<typeof createRoomApi>

/** Whose microphones are muted: those of some, or of everybody who does not lead but some. */
type Muted = { userIds?: string[]; except?: string[] }

export type LockException = { userId: string; lock: Lock; excepted: boolean }

/** What the room asks our API about one session; each call throws `ApiFailure`. */
export function createRoomApi(sessionId: string, onChange: () => void) {
  const session = `/api/v1/sessions/${sessionId}`
  async function act(method: string, path: string, body?: object): Promise<void> {
    await call<unknown>(method, `${session}/${path}`, body)
    // It is told in the room as well; whoever did it sees it even if that is lost.
    onChange()
  }
  return {
    readRoom: () => call<RoomState>('GET', `${session}/room`),
    raiseHand: () => act('POST', 'hands'),
    lowerHand: (userId: string) => act('DELETE', `hands/${userId}`),
    listMessages: (asked: { before?: number; since?: number }) =>
      call<MessagePage>('GET', `${session}/messages?${queryOf(asked)}`),
    sendMessage: ({ id, text, mentions, replyTo, privateWith }: Draft & { id: string }) =>
      call<Message>('POST', `${session}/messages`, {
        id,
        text,
        mentions: mentions.map((person) => person.id),
        replyToId: replyTo?.id ?? null,
        privateWith: privateWith?.id ?? null,
      }),
    removeMessage: (id: string) => act('DELETE', `messages/${id}`),
    lowerHands: () => act('DELETE', 'hands'),
    giveWord: (userId: string) => act('POST', 'word', { userId }),
    takeWordBack: () => act('DELETE', 'word'),
    tellPace: (pace: Pace | null) => act('POST', 'pace', { pace }),
    clearPace: () => act('DELETE', 'pace'),
    react: (reaction: Reaction) => call<unknown>('POST', `${session}/reactions`, { reaction }),
    admit: (userId?: string) => act('POST', 'admissions', { userIds: userId && [userId] }),
    mute: (source: TrackSource, who: Muted = {}) => act('POST', 'mutes', { source, ...who }),
    nudge: (userId?: string) => act('POST', 'nudges', { userIds: userId && [userId] }),
    changeLocks: (locks: Partial<Record<Lock, boolean>>) => act('PATCH', 'locks', { locks }),
    except: (exception: LockException) => act('PATCH', 'locks', { exceptions: [exception] }),
    spotlight: (userId: string | null) => act('POST', 'spotlight', { userId }),
    changeAssistant: (userId: string, assistantPermissions: AssistantPermission[]) =>
      act('POST', 'assistants', { userId, assistantPermissions }),
    changeReception: (mode: 'all' | 'audio_and_screen') => act('POST', 'reception', { mode }),
  }
}

function queryOf({ before, since }: { before?: number; since?: number }): string {
  return new URLSearchParams({
    limit: '100',
    ...(before !== undefined && { before: String(before) }),
    ...(since !== undefined && { since: String(since) }),
  }).toString()
}
