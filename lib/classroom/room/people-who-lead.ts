import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import type { AssistantPermission } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'

/**
 * The ids of the session's trainer and of the assistants who are given the part, or any; without one, of the trainers
 * among them.
 * Nobody's where the session is not known here.
 */
export async function peopleWhoLead(
  { database }: Pick<SystemContext, 'database'>,
  sessionId: SessionId,
  part?: AssistantPermission | 'any',
): Promise<string[]> {
  const session = await database.classSession.findUnique({
    where: { id: sessionId },
    select: { trainerId: true },
  })
  if (!session) return []
  const assistants = await database.roomMember.findMany({
    where: { sessionId, ...whoHas(part) },
    select: { userId: true },
  })
  return [session.trainerId, ...assistants.map(({ userId }) => userId)]
}

function whoHas(part: AssistantPermission | 'any' | undefined): Prisma.RoomMemberWhereInput {
  if (part === undefined) return { assistantPermissions: { isEmpty: false }, user: { role: 'TRAINER' } }
  return { assistantPermissions: part === 'any' ? { isEmpty: false } : { has: part } }
}
