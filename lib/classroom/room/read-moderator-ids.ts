import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import type { AssistantPermission } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'

/**
 * The ids of the session's trainer and of the assistants with the permission, or with any. Without `permission`,
 * the ids of the trainer and of the trainers among the assistants. Empty for an unknown session.
 */
export async function readModeratorIds(
  { database }: Pick<SystemContext, 'database'>,
  sessionId: SessionId,
  permission?: AssistantPermission | 'any',
): Promise<string[]> {
  const session = await database.classSession.findUnique({
    where: { id: sessionId },
    select: { trainerId: true },
  })
  if (!session) return []
  const assistants = await database.roomMember.findMany({
    where: { sessionId, ...permissionFilter(permission) },
    select: { userId: true },
  })
  return [session.trainerId, ...assistants.map(({ userId }) => userId)]
}

function permissionFilter(permission: AssistantPermission | 'any' | undefined): Prisma.RoomMemberWhereInput {
  if (permission === undefined) return { assistantPermissions: { isEmpty: false }, user: { role: 'TRAINER' } }
  return { assistantPermissions: permission === 'any' ? { isEmpty: false } : { has: permission } }
}
