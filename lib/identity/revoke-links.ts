import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { InvitationPurpose } from '#lib/database/generated/enums.ts'

/** Revokes people's open links, of one purpose or all. Returns the number of links. */
export async function revokeLinks(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  userIds: string[],
  purpose?: InvitationPurpose,
): Promise<number> {
  const { count } = await database.invitation.updateMany({
    where: { userId: { in: userIds }, purpose, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
  return count
}
