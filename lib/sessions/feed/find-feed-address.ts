import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { FeedAddress } from './api.ts'
import { feedAddressOf } from './feed-key.ts'

/** The current address of the actor's own calendar feed. */
export async function findFeedAddress({ database, actor, links }: Context): Promise<FeedAddress> {
  const { feedSerial: serial } = await database.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { feedSerial: true },
  })
  return feedAddressOf(links, { userId: actor.id, serial })
}
