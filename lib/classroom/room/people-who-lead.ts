import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import type { Help } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'

/**
 * The ids of the session's trainer and of the assistants who are given the part, or any; without one, of the trainers
 * among them.
 * Nobody's where the session is not known here.
 */
export async function peopleWhoLead(
  { database }: Pick<SystemContext, 'database'>,
  sessionId: SessionId,
  part?: Help | 'any',
): Promise<string[]> {
  const session = await database.classSession.findUnique({
    where: { id: sessionId },
    select: { trainerId: true },
  })
  if (!session) return []
  const assistants = await database.attendee.findMany({
    where: { sessionId, ...whoHas(part) },
    select: { userId: true },
  })
  return [session.trainerId, ...assistants.map(({ userId }) => userId)]
}

function whoHas(part: Help | 'any' | undefined): Prisma.AttendeeWhereInput {
  if (part === undefined) return { helps: { isEmpty: false }, user: { role: 'TRAINER' } }
  return { helps: part === 'any' ? { isEmpty: false } : { has: part } }
}
