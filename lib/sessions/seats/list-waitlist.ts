import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { readNamesInClass } from '#lib/identity/namesakes.ts'
import { type SessionId, userId } from '#lib/kernel/ids.ts'
import { beyondCursor, instantCursor } from '#lib/kernel/instant-cursor.ts'
import { type Page, pageOf } from '#lib/kernel/page.ts'
import type { listWaitlistEndpoint, WaitlistEntry } from '#lib/sessions/api.ts'
import { refuseUnlessMayPlan } from '#lib/sessions/planning-checks.ts'

type Asked = { sessionId: SessionId; cursor?: string; limit: number }

/** The waitlist of a session, in order. @throws Refusal `not_found`, `forbidden` */
export async function listWaitlist(
  context: Context,
  input: { sessionId: SessionId } & z.output<typeof listWaitlistEndpoint.query>,
): Promise<Page<WaitlistEntry>> {
  await refuseUnlessMayPlan(context, input.sessionId)
  return readWaitlist(context, input)
}

/** The same, for callers that have checked access. */
export async function readWaitlist(
  context: Pick<Context, 'database'>,
  { sessionId, cursor, limit }: Asked,
): Promise<Page<WaitlistEntry>> {
  const rows = await context.database.waitlistEntry.findMany({
    where: {
      sessionId,
      ...beyondCursor(cursor, 'createdAt', 'gt', 'studentId'),
    },
    orderBy: [{ createdAt: 'asc' }, { studentId: 'asc' }],
    take: limit + 1,
    select: {
      kind: true,
      createdAt: true,
      student: { select: { id: true, seats: { where: { sessionId }, select: { kind: true } } } },
    },
  })
  const page = pageOf(rows, limit, ({ createdAt, student }) =>
    instantCursor({ at: createdAt, id: student.id }),
  )
  const students = page.items.map(({ student }) => student.id)
  const names = await readNamesInClass(context, sessionId, students)
  return {
    ...page,
    items: page.items.map(({ kind, createdAt, student }) => ({
      id: userId.parse(student.id),
      name: names.get(student.id) ?? '',
      kind,
      seat: student.seats[0]?.kind ?? null,
      since: createdAt.toISOString(),
    })),
  }
}
