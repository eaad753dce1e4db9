import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Links } from '#lib/kernel/links.ts'

/** The link of an invitation or of a password that was asked for; it is worked out, never stored. */
export function passwordLink(links: Links, invitationId: string): string {
  return links.address(`/invitation/${links.sign('password', invitationId)}`)
}

/** Which links still set a password: not used, not taken back, not run out. */
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
