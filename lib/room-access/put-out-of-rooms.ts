import 'server-only'
import type { Context, SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { tellPages } from '#lib/page-events/tell-pages.ts'
import { narrowRooms } from './narrow-rooms.ts'

/** Sessions whose rooms can be entered: online ones also before they have started. */
const mayBeOpen = {
  OR: [{ status: 'in_progress' }, { status: 'scheduled', sessionType: 'online' }],
} satisfies Prisma.ClassSessionWhereInput

/**
 * Has the rooms settled in which a person may be by a sign-in that has just ended: those that the person is in, and the
 * running ones that the person may enter. A token that is used later is judged as soon as LiveKit tells of it.
 */
export async function putOutEndedSignIns(context: SystemContext, userId: string): Promise<void> {
  const sessions = await context.database.classSession.findMany({
    where: {
      OR: [
        { presences: { some: { userId, leftAt: null } } },
        ...placesOf(userId).map((place) => ({ ...place, status: 'in_progress' as const })),
      ],
    },
    select: { id: true },
  })
  await narrowRooms(
    context,
    sessions.map(({ id }) => sessionId.parse(id)),
  )
}

/** Has the rooms settled in which somebody may be who has just lost the right to be in any. */
export async function putOutOfRooms(context: Context, userId: string): Promise<void> {
  const sessions = await context.database.classSession.findMany({
    where: {
      OR: [
        { presences: { some: { userId, leftAt: null } } },
        ...placesOf(userId).map((place) => ({ ...mayBeOpen, ...place })),
      ],
    },
    select: { id: true },
  })
  const ids = sessions.map(({ id }) => sessionId.parse(id))
  await narrowRooms(context, ids)
  for (const id of ids) await tellPages(context, id, [userId])
}

/** What gives a person a place in a session's room. */
function placesOf(userId: string): Prisma.ClassSessionWhereInput[] {
  return [
    { trainerId: userId },
    { seats: { some: { studentId: userId } } },
    { roomMembers: { some: { userId, assistantPermissions: { isEmpty: false } } } },
  ]
}
