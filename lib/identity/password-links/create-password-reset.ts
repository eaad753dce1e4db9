import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { revokeLinks } from '#lib/identity/revoke-links.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'

/** A password reset link works for an hour, in ms. */
export const RESET_LIFETIME_MS = HOUR_MS

/** Sends a locked person a password reset link and revokes earlier ones. Call it in a transaction. */
export async function createPasswordReset(
  context: Pick<SystemContext, 'database' | 'now' | 'jobs'>,
  userId: UserId,
): Promise<void> {
  const { database, now } = context
  await revokeLinks(context, [userId], 'reset')
  const expiresAt = new Date(now.getTime() + RESET_LIFETIME_MS)
  const { id } = await database.invitation.create({
    data: { userId, purpose: 'reset', createdAt: now, expiresAt },
    select: { id: true },
  })
  await writeNotices(context, [
    { userId, kind: 'password_reset', facts: { invitationId: id }, key: `reset:${id}` },
  ])
}
