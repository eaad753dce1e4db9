import { z } from 'zod'

/** Version number of a record that several people may edit at once. Each change increments it. */
export const revision = z.int().meta({ description: 'Number of changes since creation' })

/** The revision on which an edit is based. */
export const ifRevision = z
  .int()
  .optional()
  .meta({ description: 'The revision that was read; the change is refused if there is a newer one' })
