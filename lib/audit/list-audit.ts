import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { beyondCursor, instantCursor } from '#lib/kernel/instant-cursor.ts'
import { type Page, pageOf } from '#lib/kernel/page.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { AuditEvent, listAuditEndpoint } from './api.ts'
import { describeEvents } from './describe-events.ts'
import { mayReadAudit } from './policy.ts'

type Filters = z.output<typeof listAuditEndpoint.query>

/** The audit trail, newest first. @throws Refusal `forbidden`, `invalid` */
export async function listAudit(
  context: Context,
  { cursor, limit, from, to, classId, ...equal }: Filters,
): Promise<Page<AuditEvent>> {
  if (!mayReadAudit(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  const rows = await context.database.auditEvent.findMany({
    where: {
      AND: [
        equal,
        { at: { gte: from, lt: to } },
        classId ? await whereClass(context, classId) : {},
        beyondCursor(cursor, 'at', 'lt'),
      ],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const page = pageOf(rows, limit, instantCursor)
  return { ...page, items: await describeEvents(context, page.items) }
}

async function whereClass({ database }: Context, classId: string): Promise<Prisma.AuditEventWhereInput> {
  const sessions = await database.classSession.findMany({ where: { classId }, select: { id: true } })
  return { subjectId: { in: [classId, ...sessions.map((session) => session.id)] } }
}
