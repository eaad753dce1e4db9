import type { NextRequest } from 'next/server'
import { requireActor } from '#lib/http/enter.ts'
import { readCredential } from '#lib/http/read-credential.ts'
import { failure } from '#lib/http/respond.ts'
import { openStreams } from '#lib/page-events/open-streams.ts'
import { serverSentNews } from '#lib/page-events/server-sent-news.ts'
import { systemContext } from '#lib/process/application.ts'

/** News for open pages, as server-sent events. */
export async function GET(request: NextRequest): Promise<Response> {
  try {
    const actor = await requireActor(systemContext(), readCredential(request.headers, request.cookies))
    return new Response(serverSentNews(openStreams(), actor, request.signal), {
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
