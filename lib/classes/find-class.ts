import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { SeatKind } from '#lib/kernel/enums.ts'
import { type ClassId, type SessionId, sessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { readWaitlist } from '#lib/sessions/seats/list-waitlist.ts'
import type { ClassDetail } from './api.ts'
import { classSelect, classView } from './class-view.ts'
import { mayManageClasses } from './policy.ts'

const MAX_WAITING = 100

/** A class with its next session and that session's waitlist. @throws Refusal `not_found`, `forbidden` */
export async function findClass(context: Context, { classId }: { classId: ClassId }): Promise<ClassDetail> {
  const { database, actor } = context
  const row = await database.class.findUnique({ where: { id: classId }, select: classSelect })
  if (!row) throw new Refusal('not_found', 'noSuchClass')
  if (!mayManageClasses(actor)) throw new Refusal('forbidden', 'notAllowed')
  const next = await findNextOfClass(context, classId)
  const held = { classId, status: { not: 'cancelled' as const } }
  const kinds = await database.enrolment.groupBy({ by: 'kind', where: { classId }, _count: true })
  const studentsOf = (kind: SeatKind) => kinds.find((group) => group.kind === kind)?._count ?? 0
  return {
    ...classView(row),
    students: { online: studentsOf('online'), in_person: studentsOf('in_person') },
    sessions: await database.classSession.count({ where: held }),
    heldSessions: await database.classSession.count({ where: { ...held, status: 'completed' } }),
    next: next && (await readSession(context, next)),
    waitlist: next ? (await readWaitlist(context, { sessionId: next, limit: MAX_WAITING })).items : [],
  }
}

/** The running session of a class, else the next one that is not over. */
export async function findNextOfClass(
  { database, now }: Pick<Context, 'database' | 'now'>,
  classId: ClassId,
): Promise<SessionId | null> {
  const select = { id: true } as const
  const orderBy = { startsAt: 'asc' } as const
  const found =
    (await database.classSession.findFirst({ where: { classId, status: 'in_progress' }, orderBy, select })) ??
    (await database.classSession.findFirst({
      where: { classId, status: 'scheduled', endsAt: { gt: now } },
      orderBy,
      select,
    }))
  return found && sessionId.parse(found.id)
}
