import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Links } from '#lib/kernel/links.ts'

/** The link of an invitation or a password reset; derived, never stored. */
export function passwordLink(links: Links, invitationId: string): string {
  return links.address(`/invitation/${links.sign('password', invitationId)}`)
}

/** Links that can still set a password: not used, revoked or expired. */
export async function findOpenLinks(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  invitationIds: string[],
): Promise<Set<string>> {
  if (invitationIds.length === 0) return new Set()
  const open = await database.invitation.findMany({
    where: { id: { in: invitationIds }, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true },
  })
  return new Set(open.map(({ id }) => id))
}
