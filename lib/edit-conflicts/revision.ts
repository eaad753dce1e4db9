import { z } from 'zod'

/** Rises by one with each change of a thing that two people may edit at once. */
export const revision = z.int().meta({ description: 'How often it was changed since it was created' })

/** The revision that an edit was made to. */
export const ifRevision = z
  .int()
  .optional()
  .meta({ description: 'Refused where somebody has changed it since' })
