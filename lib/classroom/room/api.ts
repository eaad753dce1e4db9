import { z } from 'zod'
import type { Message, Person } from '#lib/classroom/message.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { assistantPermissions, locks, paces, type Reaction, reactions } from '#lib/kernel/enums.ts'
import { sentInstant } from '#lib/kernel/fields.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'
import { seatKind } from '#lib/sessions/api.ts'

export const lock = z.enum(locks)
export const assistantPermission = z.enum(assistantPermissions)
export const pace = z.enum(paces)

const person = z.object({ userId, name: z.string() })

/** A hand that is up. */
export const hand = person
  .extend({
    seatKind: seatKind.nullable().meta({ description: 'Where they sit; null for who leads' }),
    since: sentInstant,
  })
  .meta({ id: 'Hand' })
export type Hand = z.infer<typeof hand>

const paceCounts = z.object({ slower: z.int(), faster: z.int(), lost: z.int() })
export type PaceCounts = z.infer<typeof paceCounts>

const lobbyEntry = person.extend({ since: sentInstant })
export type LobbyEntry = z.infer<typeof lobbyEntry>

/** What of a room's state is told whole whenever it changes. */
const patchableState = z.object({
  classStarted: z
    .boolean()
    .meta({ description: 'Students may take part: somebody who leads is inside, or need not be' }),
  locks: z.array(lock).meta({ description: 'What is locked for students' }),
  exceptions: z
    .array(z.object({ userId, locks: z.array(lock) }))
    .meta({ description: 'Locks that do not hold for them' }),
  floor: person.extend({ since: sentInstant }).nullable().meta({ description: 'Who was given the word' }),
  spotlight: userId.nullable().meta({ description: 'Whose picture is large for everybody' }),
  assistants: z.array(person.extend({ assistantPermissions: z.array(assistantPermission) })),
  audioOnly: z.array(userId).meta({ description: 'Who receives sound and shared screens only' }),
  roomDisplay: z
    .object({ name: z.string(), since: sentInstant })
    .nullable()
    .meta({ description: "The room's screen that takes part, with the room's name" }),
  pace: paceCounts.nullable().meta({ description: 'null for students' }),
  lobby: z
    .array(lobbyEntry)
    .nullable()
    .meta({ description: 'Who waits to be let in; null for who may not admit' }),
})

/** How things stand in a session's room. */
export const roomState = patchableState
  .extend({
    number: z
      .int()
      .meta({ description: 'How many changes there were; each one that is told has its number' }),
    hands: z.array(hand).meta({ description: 'In line' }),
    namesakes: z.array(z.object({ userId, email: z.string() })).meta({
      description: 'For staff: students of the class who share a name, with their e-mail; empty for students',
    }),
    ownPace: pace.nullable(),
  })
  .meta({ id: 'RoomState' })
export type RoomState = z.infer<typeof roomState>

/** One change of it. */
export type RoomChange =
  | { kind: 'hand_raised'; hand: Hand }
  | { kind: 'hands_lowered'; userIds: string[] }
  /** Somebody was put out: nothing of theirs stands any more. */
  | { kind: 'participant_removed'; userId: string }
  | { kind: 'state_patch'; patch: Partial<z.infer<typeof patchableState>> }
  | { kind: 'message'; message: Message }
  | { kind: 'message_removed'; messageId: string; by: Person }
  /** It concerns somebody else. */
  | { kind: 'not_visible' }
  /** It is too large to be told, and has to be read. */
  | { kind: 'too_large' }

/** What is told inside a room, through LiveKit. */
export type RoomUpdate =
  | { kind: 'changes'; changes: { number: number; change: RoomChange }[] }
  /** The newest number, again and again: for who missed the last change. */
  | { kind: 'heartbeat'; number: number }
  | { kind: 'reaction'; userId: string; reaction: Reaction }

export const reaction = z.enum(reactions)

export const readRoomEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/sessions/{sessionId}/room',
  access: 'signed-in',
  summary: "How things stand in the session's room",
  params: z.object({ sessionId }),
  data: roomState,
  message: 'Room',
})

export const setReceiveModeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/receive-mode',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Say that you receive sound and shared screens only, or everything again',
  params: z.object({ sessionId }),
  body: z.object({ mode: z.enum(['all', 'audio_and_screen']) }),
  data: z.object({}),
  message: 'Told',
})
