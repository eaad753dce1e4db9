import { z } from 'zod'

/** A token to join a room, with the address of LiveKit. */
export const roomToken = z
  .object({
    token: z.string(),
    url: z.string(),
    roomName: z.string().meta({ description: 'session-<sessionId>' }),
  })
  .meta({ id: 'RoomToken' })
export type RoomToken = z.infer<typeof roomToken>
