import { z } from 'zod'
import { ifRevision, revision } from '#lib/edit-conflicts/revision.ts'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { sentInstant, singleLine } from '#lib/kernel/fields.ts'
import { locationId, sessionId } from '#lib/kernel/ids.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { capacity } from '#lib/sessions/api.ts'

/** A place in a building in which classes are held. */
export const location = z
  .object({
    id: locationId,
    name: z.string(),
    capacity: z.int().meta({ description: 'How many people there is room for' }),
    archived: z.boolean().meta({ description: 'Nothing new is held there' }),
    revision,
  })
  .meta({ id: 'Location' })
export type Location = z.infer<typeof location>

export const listedLocation = location
  .extend({
    classes: z.int().meta({ description: 'How many classes are usually held there' }),
    next: z
      .object({ sessionId, title: z.string(), startsAt: sentInstant, timeZone: z.string() })
      .nullable()
      .meta({ description: 'What is held there now or next' }),
  })
  .meta({ id: 'ListedLocation' })
export type ListedLocation = z.infer<typeof listedLocation>

const settings = z.object({ name: singleLine(MAX_LENGTH.location), capacity })

const filters = z.object({
  archived: z.enum(['without', 'only']).optional().meta({ description: 'Without them if it is left out' }),
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
  summary: 'The same locations as a CSV file',
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
  summary: 'Change its name or capacity, archive it or bring it back',
  params: z.object({ locationId }),
  body: settings.partial().extend({ archived: z.boolean().optional(), ifRevision }),
  data: location,
  message: 'Location changed',
})
