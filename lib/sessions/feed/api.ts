import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'

/** Address at which calendars read a user's sessions (iCalendar, RFC 5545). Knowing the address grants access. */
export const feedAddress = z
  .object({
    url: z.url(),
    webcalUrl: z.string().meta({ description: 'The same address; opens the calendar app of a device' }),
    serial: z.int().meta({ description: 'Number of addresses revoked before this one' }),
  })
  .meta({ id: 'FeedAddress' })
export type FeedAddress = z.infer<typeof feedAddress>

export const findFeedAddressEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/calendar-feed',
  access: 'signed-in',
  summary: 'The address of your calendar feed',
  data: feedAddress,
  message: 'Calendar feed',
})

export const revokeFeedEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/calendar-feed',
  access: 'signed-in',
  summary: 'Revoke the address of your calendar feed; returns the new one. Idempotent',
  body: z.object({
    serial: z.int().min(0).max(2147483647).meta({ description: 'Serial of the address to revoke' }),
  }),
  data: feedAddress,
  message: 'Address revoked',
})
