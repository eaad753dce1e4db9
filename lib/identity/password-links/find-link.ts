import 'server-only'
import { z } from 'zod'
import type { SystemContext } from '#lib/context/context.ts'
import { displayEmail } from '#lib/identity/display-email.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { type UserId, userId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { findLinkEndpoint } from './api.ts'
import { linkState } from './policy.ts'

type FoundLink = DataOf<typeof findLinkEndpoint>

/** State of a link, with its holder while it is open. @throws Refusal `not_found` */
export async function findLink(context: SystemContext, { key }: { key: string }): Promise<FoundLink> {
  const { purpose, state, name, email } = await readLink(context, key)
  return { purpose, state, holder: state === 'open' ? { name, email: displayEmail(email) } : null }
}

/** A link by its key, which this server has signed. @throws Refusal `not_found` */
export async function readLink(
  { database, links, now }: SystemContext,
  key: string,
): Promise<{ id: string; userId: UserId; name: string; email: string } & Omit<FoundLink, 'holder'>> {
  const id = z.uuid().safeParse(links.read('password', key))
  const found = id.success
    ? await database.invitation.findUnique({
        where: { id: id.data },
        select: {
          id: true,
          purpose: true,
          expiresAt: true,
          usedAt: true,
          revokedAt: true,
          user: { select: { id: true, name: true, email: true, disabledAt: true } },
        },
      })
    : null
  if (!found) throw new Refusal('not_found', 'noSuchLink')
  const { user, purpose, ...link } = found
  return {
    id: found.id,
    purpose,
    state: linkState(link, user, now),
    userId: userId.parse(user.id),
    name: user.name,
    email: user.email,
  }
}
