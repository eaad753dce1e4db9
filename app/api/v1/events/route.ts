import { streamEvents } from '#lib/http/stream-events.ts'
import { pageEventsEndpoint } from '#lib/page-events/api.ts'
import { pageStreams } from '#lib/page-events/page-streams.ts'

export const GET = streamEvents(pageEventsEndpoint, pageStreams)
