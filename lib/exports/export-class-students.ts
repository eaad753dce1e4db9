import 'server-only'
import type { ClassStudent, exportClassStudentsEndpoint } from '#lib/classes/api.ts'
import { listClassStudents, refuseUnlessManaged } from '#lib/classes/list-class-students.ts'
import type { Context } from '#lib/context/context.ts'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'
import type { InputOf } from '#lib/kernel/endpoint.ts'

/** The students of a class as CSV, read page by page while it is sent. @throws Refusal `not_found`, `forbidden` */
export async function exportClassStudents(
  context: Context,
  input: InputOf<typeof exportClassStudentsEndpoint>,
): Promise<AsyncIterable<string>> {
  await refuseUnlessManaged(context, input.classId)
  return csvOf(columns, (page) => listClassStudents(context, { ...input, ...page }))
}

const columns: Columns<ClassStudent> = {
  name: (student) => student.name,
  email: (student) => student.email,
  seatKind: (student) => student.kind,
  nextSeat: (student) => student.next?.seat ?? null,
  nextWaitlistedFor: (student) => student.next?.waitlistedFor ?? null,
  userId: (student) => student.id,
}
