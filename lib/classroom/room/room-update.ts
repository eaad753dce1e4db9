import { z } from 'zod'
import { message, person } from '#lib/classroom/message.ts'
import { hand, patchableState, reaction } from './api.ts'

const id = z.string()

/** A change of the room state. */
export const roomChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hand_raised'), hand }),
  z.object({ kind: z.literal('hands_lowered'), userIds: z.array(id) }),
  z
    .object({ kind: z.literal('participant_removed'), userId: id })
    .meta({ description: 'A person was removed, and everything they held in the room was cleared' }),
  z.object({ kind: z.literal('state_patch'), patch: patchableState.partial() }),
  z.object({ kind: z.literal('message'), message }),
  z.object({ kind: z.literal('message_removed'), messageId: id, by: person }),
  z.object({ kind: z.literal('not_visible') }).meta({ description: 'The change is for other people' }),
  z
    .object({ kind: z.literal('too_large') })
    .meta({ description: 'The change is too large to be sent and has to be read' }),
])
export type RoomChange = z.infer<typeof roomChange>

/** An update that is published in a room through LiveKit. */
export const roomUpdate = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('changes'),
      changes: z.array(z.object({ number: z.int(), change: roomChange })),
    }),
    z.object({ kind: z.literal('heartbeat'), number: z.int() }).meta({
      description: 'The newest number, sent regularly for participants who missed the last change',
    }),
    z.object({ kind: z.literal('reaction'), userId: id, reaction }),
  ])
  .meta({ id: 'RoomUpdate', description: 'An update that is published in a room through LiveKit' })
export type RoomUpdate = z.infer<typeof roomUpdate>
