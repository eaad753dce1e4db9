import { z } from 'zod'
import { roomNumber } from '#lib/classroom/room-number.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { assistantPermissions, locks, paces, reactions } from '#lib/kernel/enums.ts'
import { sentInstant } from '#lib/kernel/fields.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'
import { seatKind } from '#lib/sessions/api.ts'

export const lock = z.enum(locks)
export const assistantPermission = z.enum(assistantPermissions)
export const pace = z.enum(paces)
export const reaction = z.enum(reactions)

const person = z.object({ userId, name: z.string() })

/** A raised hand. */
export const hand = person
  .extend({
    seatKind: seatKind.nullable().meta({ description: 'Kind of the seat; null without a seat' }),
    since: sentInstant,
  })
  .meta({ id: 'Hand' })
export type Hand = z.infer<typeof hand>

const paceCounts = z.object({ slower: z.int(), faster: z.int(), lost: z.int() })
export type PaceCounts = z.infer<typeof paceCounts>

const lobbyEntry = person.extend({ since: sentInstant })
export type LobbyEntry = z.infer<typeof lobbyEntry>

/** The parts of the room state that are sent whole when they change. */
export const patchableState = z.object({
  classStarted: z
    .boolean()
    .meta({ description: 'Students may take part: a trainer is inside, or the class is not supervised' }),
  locks: z.array(lock).meta({ description: 'Locks for students' }),
  exceptions: z
    .array(z.object({ userId, locks: z.array(lock) }))
    .meta({ description: 'Locks that do not apply to a student' }),
  floor: person
    .extend({ since: sentInstant })
    .nullable()
    .meta({ description: 'The current speaker, chosen by a moderator' }),
  spotlight: userId.nullable().meta({ description: 'The participant who is spotlighted for everyone' }),
  assistants: z.array(person.extend({ assistantPermissions: z.array(assistantPermission) })),
  audioOnly: z.array(userId).meta({ description: 'Participants who receive audio and screens only' }),
  roomDisplay: z
    .object({ name: z.string(), since: sentInstant })
    .nullable()
    .meta({ description: 'The paired room display, with its name' }),
  pace: paceCounts.nullable().meta({ description: 'null for students' }),
  lobby: z
    .array(lobbyEntry)
    .nullable()
    .meta({ description: 'People in the lobby; null for people who may not admit' }),
})

/** The state of a session's room. */
export const roomState = patchableState
  .extend({
    number: z.int().meta({ description: 'Number of changes so far. Each published change has its number' }),
    hands: z.array(hand).meta({ description: 'In queue order' }),
    namesakes: z.array(z.object({ userId, email: z.string() })).meta({
      description:
        'Students of the class who share a name, with their e-mail. Staff only; empty for students',
    }),
    ownPace: pace.nullable(),
  })
  .meta({ id: 'RoomState' })
export type RoomState = z.infer<typeof roomState>

export const readRoomEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/sessions/{sessionId}/room',
  access: 'signed-in',
  summary: "The state of the session's room",
  params: z.object({ sessionId }),
  data: roomState,
  message: 'Room',
})

export const setReceiveModeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/receive-mode',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Receive audio and screens only, or everything',
  params: z.object({ sessionId }),
  body: z.object({ mode: z.enum(['all', 'audio_and_screen']) }),
  data: z.object({ number: roomNumber }),
  message: 'Saved',
})
