import { z } from 'zod'

export const sessionId = z.uuid().brand<'SessionId'>()
export type SessionId = z.infer<typeof sessionId>
