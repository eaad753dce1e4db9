import { z } from 'zod'

export const classId = z.uuid().brand<'ClassId'>()
export type ClassId = z.infer<typeof classId>
