import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { displayEmail } from '#lib/identity/display-email.ts'
import { nameOrEmailContains } from '#lib/identity/search-people.ts'
import { type ClassId, userId } from '#lib/kernel/ids.ts'
import { type Page, pageOf } from '#lib/kernel/page.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { ClassStudent, listClassStudentsEndpoint } from './api.ts'
import { findNextOfClass } from './find-class.ts'
import { mayManageClasses } from './policy.ts'

type Input = { classId: ClassId } & z.output<typeof listClassStudentsEndpoint.query>

/** The students of a class by name, with their seats in its next session. @throws Refusal `not_found`, `forbidden` */
export async function listClassStudents(
  context: Context,
  { classId, cursor, limit, kind, search }: Input,
): Promise<Page<ClassStudent>> {
  const { database } = context
  await refuseUnlessManaged(context, classId)
  const after = cursor ? userId.safeParse(cursor) : null
  if (after && !after.success) throw new Refusal('invalid', 'malformed', { fields: { cursor: 'notAnId' } })
  const next = await findNextOfClass(context, classId)
  const inNext = { where: { sessionId: next ?? undefined }, take: next ? 1 : 0, select: { kind: true } }
  const rows = await database.enrolment.findMany({
    where: {
      classId,
      kind,
      student: search ? nameOrEmailContains(search) : undefined,
    },
    orderBy: [{ student: { name: 'asc' } }, { studentId: 'asc' }],
    cursor: after ? { classId_studentId: { classId, studentId: after.data } } : undefined,
    skip: after ? 1 : 0,
    take: limit + 1,
    select: {
      kind: true,
      student: { select: { id: true, name: true, email: true, seats: inNext, waitlistEntries: inNext } },
    },
  })
  const page = pageOf(rows, limit, (last) => last.student.id)
  return {
    ...page,
    items: page.items.map(({ kind, student: { id, name, email, seats, waitlistEntries } }) => ({
      id: userId.parse(id),
      name,
      email: displayEmail(email),
      kind,
      next: next && { seat: seats[0]?.kind ?? null, waitlistedFor: waitlistEntries[0]?.kind ?? null },
    })),
  }
}

/** @throws Refusal `not_found`, then `forbidden`: existence is checked before permission */
export async function refuseUnlessManaged({ database, actor }: Context, classId: ClassId): Promise<void> {
  const course = await database.class.findUnique({ where: { id: classId }, select: { id: true } })
  if (!course) throw new Refusal('not_found', 'noSuchClass')
  if (!mayManageClasses(actor)) throw new Refusal('forbidden', 'notAllowed')
}
