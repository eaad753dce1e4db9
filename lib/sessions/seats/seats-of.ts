import 'server-only'
import type { Prisma } from '#lib/database/generated/client.ts'
import type { SessionId } from '#lib/kernel/ids.ts'

/** Whose seats count while a session is not over: who was erased keeps a seat as history, and is no longer expected. */
export const expected = { erasedAt: null } satisfies Prisma.UserWhereInput

/** The seats of a session that is not over, of everybody who is still expected. */
export function seatsOf(sessionId: SessionId) {
  return { sessionId, student: expected } satisfies Prisma.SeatWhereInput
}
