import type { NextRequest } from 'next/server'
import { requireActor } from '#lib/http/authenticate.ts'
import { readCredential } from '#lib/http/read-credential.ts'
import { failure } from '#lib/http/respond.ts'
import { pageStreams } from '#lib/page-events/page-streams.ts'
import { serverSentEvents } from '#lib/page-events/server-sent-events.ts'
import { systemContext } from '#lib/process/application.ts'

/** Events for open pages, as server-sent events. */
export async function GET(request: NextRequest): Promise<Response> {
  try {
    const actor = await requireActor(systemContext(), readCredential(request.headers, request.cookies))
    return new Response(serverSentEvents(pageStreams(), actor, request.signal), {
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
