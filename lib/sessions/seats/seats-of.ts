import 'server-only'
import type { Prisma } from '#lib/database/generated/client.ts'
import type { SessionId } from '#lib/kernel/ids.ts'

/** People whose seats count while a session is not over. An erased person's seat stays as history only. */
export const notErased = { erasedAt: null } satisfies Prisma.UserWhereInput

/** The seats of expected people in a session that is not over. */
export function seatsOf(sessionId: SessionId) {
  return { sessionId, student: notErased } satisfies Prisma.SeatWhereInput
}
