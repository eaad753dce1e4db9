import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { classId } from '#lib/kernel/ids.ts'
import { type Page, pageOf } from '#lib/kernel/page.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { ListedClass, listClassesEndpoint } from './api.ts'
import { classSelect, classView } from './class-view.ts'
import { mayManageClasses } from './policy.ts'

/** The active or the archived classes of the school, by title. @throws Refusal `forbidden` */
export async function listClasses(
  { database, actor, now }: Context,
  { cursor, limit, archived = 'without' }: z.output<typeof listClassesEndpoint.query>,
): Promise<Page<ListedClass>> {
  if (!mayManageClasses(actor)) throw new Refusal('forbidden', 'notAllowed')
  const after = cursor ? classId.safeParse(cursor) : null
  if (after && !after.success) throw new Refusal('invalid', 'malformed', { fields: { cursor: 'notAnId' } })
  const rows = await database.class.findMany({
    where: { archivedAt: archived === 'only' ? { not: null } : null },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    cursor: after ? { id: after.data } : undefined,
    skip: after ? 1 : 0,
    take: limit + 1,
    select: {
      ...classSelect,
      _count: { select: { enrolments: true, sessions: true } },
      sessions: {
        where: { status: { in: ['scheduled', 'in_progress'] }, endsAt: { gt: now } },
        orderBy: { startsAt: 'asc' },
        take: 1,
        select: { startsAt: true },
      },
    },
  })
  const page = pageOf(rows, limit, (last) => last.id)
  return {
    ...page,
    items: page.items.map(({ _count, sessions, ...course }) => ({
      ...classView(course),
      students: _count.enrolments,
      sessions: _count.sessions,
      nextStartsAt: sessions[0]?.startsAt.toISOString() ?? null,
    })),
  }
}
