import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { raiseFeedSerial } from '#lib/identity/raise-feed-serial.ts'
import type { FeedAddress } from './api.ts'
import { findFeedAddress } from './find-feed-address.ts'

/**
 * Revokes the address with this serial of the actor's own feed; it answers 404 from now on. No-op if the serial is no
 * longer valid. Returns the valid address.
 */
export async function revokeFeed(context: Context, { serial }: { serial: number }): Promise<FeedAddress> {
  return inTransaction(context, async (context) => {
    if (await raiseFeedSerial(context, serial)) {
      await recordAudit(context, { action: 'feed_revoked', subject: 'user', subjectId: context.actor.id })
    }
    return findFeedAddress(context)
  })
}
