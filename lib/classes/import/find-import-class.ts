import 'server-only'
import { mayManageClasses } from '#lib/classes/policy.ts'
import type { Context } from '#lib/context/context.ts'
import type { ClassMode } from '#lib/kernel/enums.ts'
import type { ClassId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { FileFormatQuery, SeatKind } from './api.ts'
import { type FileFormat, inspectFile } from './inspect-file.ts'
import type { TempFile } from './temp-file.ts'

export type ImportClass = {
  title: string
  mode: ClassMode
  capacity: number
  inPersonCapacity: number
}

/** The class into which a file is imported. @throws Refusal `not_found`, then `forbidden` */
export async function findImportClass({ database, actor }: Context, classId: ClassId): Promise<ImportClass> {
  const course = await database.class.findUnique({
    where: { id: classId },
    select: { title: true, mode: true, capacity: true, inPersonCapacity: true },
  })
  if (!course) throw new Refusal('not_found', 'noSuchClass')
  if (!mayManageClasses(actor)) throw new Refusal('forbidden', 'notAllowed')
  return course
}

/** The file format for an import into the class. Only a HYBRID class uses a column of seat kinds. */
export function fileFormatFor(
  { mode }: ImportClass,
  { defaultSeatKind, ...query }: Omit<FileFormatQuery, 'sheet'>,
  { beginning, workbook }: TempFile,
): { reading: FileFormat; everybody: SeatKind } {
  const reading = inspectFile(beginning, workbook ? { ...query, delimiter: 'comma' } : query)
  if (mode === 'HYBRID') return { reading, everybody: defaultSeatKind }
  const { seatKind: _, ...columns } = reading.columns
  return { reading: { ...reading, columns }, everybody: mode === 'ONLINE' ? 'online' : 'in_person' }
}

/** The seat kinds of the class. */
export function seatKindsOf({ mode }: ImportClass): SeatKind[] {
  if (mode === 'ONLINE') return ['online']
  return mode === 'OFFLINE' ? ['in_person'] : ['online', 'in_person']
}

/** Number of seats of each kind that are not taken by enrolled students. */
export async function countFreeSeats(
  { database }: Pick<Context, 'database'>,
  classId: ClassId,
  { capacity, inPersonCapacity }: ImportClass,
): Promise<Record<SeatKind, number>> {
  const taken = await database.enrolment.groupBy({ by: ['kind'], where: { classId }, _count: true })
  const free = (kind: SeatKind, places: number) =>
    Math.max(places - (taken.find((one) => one.kind === kind)?._count ?? 0), 0)
  return { online: free('online', capacity), in_person: free('in_person', inPersonCapacity) }
}
