import 'server-only'
import type { NextRequest } from 'next/server'
import type { Context } from '#lib/context/context.ts'
import type { EventStreamEndpoint } from '#lib/kernel/endpoint.ts'
import { serverSentEvents } from '#lib/page-events/server-sent-events.ts'
import type { Streams } from '#lib/page-events/streams.ts'
import { authenticate } from './authenticate.ts'
import { failure } from './respond.ts'

/** An endpoint that sends events until the client disconnects; refusals use the envelope. */
export function streamEvents<E extends EventStreamEndpoint>(endpoint: E, streams: () => Streams) {
  return async function handle(request: NextRequest): Promise<Response> {
    try {
      const { context } = await authenticate(endpoint, request, {})
      const { actor } = context as Context
      return new Response(serverSentEvents(streams(), actor, request.signal), {
        headers: {
          'content-type': 'text/event-stream',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        },
      })
    } catch (error) {
      return failure(error)
    }
  }
}
