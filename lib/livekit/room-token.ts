import { z } from 'zod'

/** What joins a room: the token, and where LiveKit is. */
export const roomToken = z
  .object({
    token: z.string(),
    url: z.string(),
    roomName: z.string().meta({ description: 'session-<sessionId>' }),
  })
  .meta({ id: 'RoomToken' })
export type RoomToken = z.infer<typeof roomToken>
