import { z } from 'zod'
import { ifRevision, revision } from '#lib/edit-conflicts/revision.ts'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { sentInstant, singleLine } from '#lib/kernel/fields.ts'
import { locationId, sessionId } from '#lib/kernel/ids.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { capacity } from '#lib/sessions/api.ts'

/** A place in a building where classes are held. */
export const location = z
  .object({
    id: locationId,
    name: z.string(),
    capacity: z.int().meta({ description: 'Maximum number of people' }),
    archived: z.boolean().meta({ description: 'No new sessions can be planned there' }),
    revision,
  })
  .meta({ id: 'Location' })
export type Location = z.infer<typeof location>

export const listedLocation = location
  .extend({
    classes: z.int().meta({ description: 'Number of active classes with this usual location' }),
    next: z
      .object({ sessionId, title: z.string(), startsAt: sentInstant, timeZone: z.string() })
      .nullable()
      .meta({ description: 'The current or next session there' }),
  })
  .meta({ id: 'ListedLocation' })
export type ListedLocation = z.infer<typeof listedLocation>

const settings = z.object({ name: singleLine(MAX_LENGTH.location), capacity })

const filters = z.object({
  archived: z.enum(['without', 'only']).optional().meta({ description: 'Defaults to `without`' }),
})

export const listLocationsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/locations',
  access: 'signed-in',
  summary: 'The locations of the school, by name',
  query: pageQuery.extend(filters.shape),
  data: page(listedLocation),
  message: 'Locations',
})

export const exportLocationsEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/admin/locations.csv',
  access: 'signed-in',
  summary: 'The locations as a CSV file',
  query: filters,
  file: 'text/csv',
  fileName: 'locations.csv',
})

export const createLocationEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/locations',
  access: 'signed-in',
  summary: 'Create a location',
  body: settings,
  data: location,
  message: 'Location created',
  status: 201,
})

export const changeLocationEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/v1/admin/locations/{locationId}',
  access: 'signed-in',
  summary: "Change a location's name or capacity, archive or restore it",
  params: z.object({ locationId }),
  body: settings.partial().extend({ archived: z.boolean().optional(), ifRevision }),
  data: location,
  message: 'Location changed',
})
