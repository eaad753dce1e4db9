import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { type SeatRequest, usualSeatKind } from './policy.ts'

/** The seat kind of each student in a class: their usual one, or else the class's default. */
export async function seatRequestsIn(
  { database }: Pick<SystemContext, 'database'>,
  classId: string,
  studentIds: string[],
): Promise<SeatRequest[]> {
  const course = await database.class.findUniqueOrThrow({
    where: { id: classId },
    select: {
      mode: true,
      inPersonCapacity: true,
      enrolments: { where: { studentId: { in: studentIds } }, select: { studentId: true, kind: true } },
    },
  })
  const kinds = new Map(course.enrolments.map(({ studentId, kind }) => [studentId, kind]))
  return studentIds.map((studentId) => ({ studentId, kind: kinds.get(studentId) ?? usualSeatKind(course) }))
}
