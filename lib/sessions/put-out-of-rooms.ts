import 'server-only'
import { narrowRooms } from '#lib/classroom/room/narrow-rooms.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import { sessionId } from './ids.ts'

/** Has the rooms settled in which somebody may be who has just lost the right to be in any. */
export async function putOutOfRooms(context: Context, userId: string): Promise<void> {
  const sessions = await context.database.classSession.findMany({
    where: {
      OR: [
        { stays: { some: { userId, leftAt: null } } },
        { status: 'in_progress', trainerId: userId },
        { status: 'in_progress', seats: { some: { studentId: userId } } },
      ],
    },
    select: { id: true },
  })
  const ids = sessions.map(({ id }) => sessionId.parse(id))
  await narrowRooms(context, ids)
  for (const id of ids) await tellPages(context, id, [userId])
}
