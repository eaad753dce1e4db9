import { z } from 'zod'

export const locationId = z.uuid().brand<'LocationId'>()
export type LocationId = z.infer<typeof locationId>
