import 'server-only'
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
  for (const session of sessions) {
    const id = sessionId.parse(session.id)
    await context.jobs.send(context, 'settle-room', { sessionId: id })
    await tellPages(context, id, [userId])
  }
}
