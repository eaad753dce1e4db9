import 'server-only'
import type { ClassId } from '#lib/classes/ids.ts'
import { userId as toUserId, type UserId } from '#lib/identity/ids.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import type { SystemContext } from '#lib/process/context.ts'

/** An invitation can be accepted for 7 days. In ms. */
export const INVITATION_LIFE_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Invites people who cannot sign in yet: each gets a link by mail with which they set a password, once. Within a
 * transaction; earlier links of theirs are the caller's to take back.
 */
export async function invite(
  context: Pick<SystemContext, 'database' | 'now' | 'jobs'>,
  userIds: UserId[],
  classId: ClassId | null,
): Promise<void> {
  const { database, now } = context
  const expiresAt = new Date(now.getTime() + INVITATION_LIFE_MS)
  const invitations = await database.invitation.createManyAndReturn({
    data: userIds.map((userId) => ({ userId, purpose: 'invitation' as const, createdAt: now, expiresAt })),
    select: { id: true, userId: true },
  })
  await writeNotices(
    context,
    invitations.map(({ id, userId }) => ({
      userId: toUserId.parse(userId),
      kind: 'invited',
      facts: { invitationId: id, classId },
      key: `invitation:${id}`,
    })),
  )
}
