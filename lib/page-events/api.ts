import { defineEventStream } from '#lib/kernel/endpoint.ts'
import { pageEvent } from './page-event.ts'

export const pageEventsEndpoint = defineEventStream({
  method: 'GET',
  path: '/api/v1/events',
  access: 'signed-in',
  summary: 'Events for open pages, as server-sent events',
  event: pageEvent,
})
