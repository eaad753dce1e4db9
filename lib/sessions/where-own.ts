import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'

/**
 * Filter for the actor's sessions: a student's seats, a trainer's assignments and the sessions in which they assist,
 * all for an admin.
 */
export async function whereOwn(
  database: SystemContext['database'],
  { id, role }: Pick<Actor, 'id' | 'role'>,
): Promise<Prisma.ClassSessionWhereInput> {
  switch (role) {
    case 'ADMIN':
      return {}
    case 'TRAINER': {
      // A separate query: PostgreSQL uses two indexes for an OR of ids, but none for an OR with another table.
      const assisted = await database.roomMember.findMany({
        where: { userId: id, assistantPermissions: { isEmpty: false } },
        select: { sessionId: true },
      })
      const ids = assisted.map(({ sessionId }) => sessionId)
      return ids.length > 0 ? { OR: [{ trainerId: id }, { id: { in: ids } }] } : { trainerId: id }
    }
    case 'STUDENT':
      return { seats: { some: { studentId: id } } }
  }
}
