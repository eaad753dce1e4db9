import 'server-only'
import { narrowRooms } from '#lib/classroom/room/narrow-rooms.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import { sessionId } from './ids.ts'

/** Sessions whose rooms can be entered: online ones also before they have started. */
const mayBeOpen = {
  OR: [{ status: 'in_progress' }, { status: 'scheduled', sessionType: 'online' }],
} satisfies Prisma.ClassSessionWhereInput

/** Has the rooms settled in which somebody may be who has just lost the right to be in any. */
export async function putOutOfRooms(context: Context, userId: string): Promise<void> {
  const sessions = await context.database.classSession.findMany({
    where: {
      OR: [
        { stays: { some: { userId, leftAt: null } } },
        { ...mayBeOpen, trainerId: userId },
        { ...mayBeOpen, seats: { some: { studentId: userId } } },
      ],
    },
    select: { id: true },
  })
  const ids = sessions.map(({ id }) => sessionId.parse(id))
  await narrowRooms(context, ids)
  for (const id of ids) await tellPages(context, id, [userId])
}
