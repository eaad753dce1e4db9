import 'server-only'
import type { Context, SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import { markRightsReduced } from './mark-rights-reduced.ts'

/** Sessions whose rooms can be entered, including online sessions before their start. */
const mayBeOpen = {
  OR: [{ status: 'in_progress' }, { status: 'scheduled', sessionType: 'online' }],
} satisfies Prisma.ClassSessionWhereInput

/**
 * Reconciles the rooms in which a person may be by a sign-in that has just ended: the rooms the person is in, and
 * the running ones the person may enter. A token that is used later is checked when LiveKit reports the
 * participant.
 */
export async function removeEndedSignInsFromRooms(context: SystemContext, userId: string): Promise<void> {
  const sessions = await context.database.classSession.findMany({
    where: {
      OR: [
        { presences: { some: { userId, leftAt: null } } },
        ...accessConditionsOf(userId).map((condition) => ({ ...condition, status: 'in_progress' as const })),
      ],
    },
    select: { id: true },
  })
  await markRightsReduced(
    context,
    sessions.map(({ id }) => sessionId.parse(id)),
  )
}

/** Reconciles the rooms in which a person may be who has just lost all access. */
export async function removeFromRooms(context: Context, userId: string): Promise<void> {
  const sessions = await context.database.classSession.findMany({
    where: {
      OR: [
        { presences: { some: { userId, leftAt: null } } },
        ...accessConditionsOf(userId).map((condition) => ({ ...mayBeOpen, ...condition })),
      ],
    },
    select: { id: true },
  })
  const ids = sessions.map(({ id }) => sessionId.parse(id))
  await markRightsReduced(context, ids)
  for (const id of ids) await publishToPages(context, id, [userId])
}

/** The conditions under which a person has access to a session's room. */
function accessConditionsOf(userId: string): Prisma.ClassSessionWhereInput[] {
  return [
    { trainerId: userId },
    { seats: { some: { studentId: userId } } },
    { roomMembers: { some: { userId, assistantPermissions: { isEmpty: false } } } },
  ]
}
