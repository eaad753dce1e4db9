import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { ChangedSession } from '#lib/sessions/session-plan.ts'

/** The people that a change notifies: the number of students, and the trainers. */
export type Recipients = { students: number; trainers: { id: string; name: string }[] }

type AffectedSession = { sessionId: string; was: { trainerId: string }; now: { trainerId: string } }

/** Students with a seat in one of the sessions, their trainers and the replaced ones; without the actor. */
export async function countRecipients(
  { database, actor }: Pick<SystemContext, 'database'> & { actor?: { id: string } },
  sessions: (ChangedSession | AffectedSession)[],
): Promise<Recipients> {
  const ids = sessions.map((session) => session.sessionId)
  const [counted] = await database.$queryRaw<{ students: number }[]>`
    SELECT count(DISTINCT "studentId")::int AS "students" FROM "Seat" WHERE "sessionId" = ANY(${ids}::uuid[])`
  const trainerIds = new Set(sessions.flatMap(({ was, now }) => [was.trainerId, now.trainerId]))
  const trainers = await database.user.findMany({
    where: { id: { in: [...trainerIds].filter((id) => id !== actor?.id) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return { students: counted?.students ?? 0, trainers }
}
