import 'server-only'
import { randomUUID } from 'node:crypto'
import type { SystemContext } from '#lib/context/context.ts'
import { arrayText } from '#lib/database/array-text.ts'
import { WEEK_MS } from '#lib/kernel/durations.ts'
import type { ClassId, UserId } from '#lib/kernel/ids.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'

/** An invitation can be accepted for 7 days, in ms. */
export const INVITATION_LIFETIME_MS = WEEK_MS

/**
 * Invites people who cannot sign in yet: each gets an e-mail with a single-use link that sets a password. Call it in a
 * transaction; the caller revokes earlier links.
 */
export async function createInvitations(
  context: Pick<SystemContext, 'database' | 'now' | 'jobs'>,
  userIds: UserId[],
  classId: ClassId | null,
): Promise<void> {
  const { database, now } = context
  const expiresAt = new Date(now.getTime() + INVITATION_LIFETIME_MS)
  const invitations = userIds.map((userId) => ({ id: randomUUID(), userId }))
  await database.$executeRaw`
    INSERT INTO "Invitation" ("id", "userId", "purpose", "createdAt", "expiresAt")
    SELECT "id", "userId", 'invitation', ${now}, ${expiresAt}
    FROM unnest(${arrayText(invitations.map(({ id }) => id))}::uuid[], ${arrayText(userIds)}::uuid[])
      AS invited("id", "userId")`
  await writeNotices(
    context,
    invitations.map(({ id, userId }) => ({
      userId,
      kind: 'invited',
      facts: { invitationId: id, classId },
      key: `invitation:${id}`,
    })),
  )
}
