import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'

/** Where calendars read somebody's sessions (iCalendar, RFC 5545); whoever knows the address reads them. */
export const feedAddress = z
  .object({
    url: z.url(),
    webcalUrl: z.string().meta({ description: 'The same; opens the calendar app of a device' }),
    serial: z.int().meta({ description: 'How many addresses were revoked before this one' }),
  })
  .meta({ id: 'FeedAddress' })
export type FeedAddress = z.infer<typeof feedAddress>

export const findFeedAddressEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/calendar-feed',
  access: 'signed-in',
  summary: "The address of one's own calendar feed",
  data: feedAddress,
  message: 'Calendar feed',
})

export const revokeFeedEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/calendar-feed',
  access: 'signed-in',
  summary: "Revoke the address of one's own calendar feed; the answer is the new one. Again changes nothing",
  body: z.object({
    serial: z.int().min(0).max(2147483647).meta({ description: 'Of the address that is revoked' }),
  }),
  data: feedAddress,
  message: 'Address revoked',
})
