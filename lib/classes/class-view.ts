import 'server-only'
import type { Prisma } from '#lib/database/generated/client.ts'
import { classId, locationId, userId } from '#lib/kernel/ids.ts'
import type { CourseClass } from './api.ts'

/** The columns that classView() needs. */
export const classSelect = {
  id: true,
  title: true,
  shortTitle: true,
  mode: true,
  capacity: true,
  inPersonCapacity: true,
  location: { select: { id: true, name: true } },
  trainer: { select: { id: true, name: true } },
  timeZone: true,
  studentsMaySwitch: true,
  switchUntilMinutes: true,
  admission: true,
  archivedAt: true,
  revision: true,
} satisfies Prisma.ClassSelect

type ClassRow = Prisma.ClassGetPayload<{ select: typeof classSelect }>

export function classView({ archivedAt, location, trainer, ...row }: ClassRow): CourseClass {
  return {
    ...row,
    id: classId.parse(row.id),
    location: location && { id: locationId.parse(location.id), name: location.name },
    trainer: trainer && { id: userId.parse(trainer.id), name: trainer.name },
    archived: archivedAt !== null,
  }
}
