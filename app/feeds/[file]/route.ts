import type { NextRequest } from 'next/server'
import type { RouteParameters } from '#lib/http/enter.ts'
import { entityTag, hasEntityTag } from '#lib/http/entity-tag.ts'
import { failure } from '#lib/http/respond.ts'
import { systemContext } from '#lib/process/application.ts'
import { readFeed } from '#lib/sessions/feed/read-feed.ts'

/** Somebody's calendar feed. Its address is what lets in: calendars cannot sign in. */
export async function GET(request: NextRequest, { params }: RouteParameters): Promise<Response> {
  try {
    const { file = '' } = await params
    const calendar = await readFeed(systemContext(), { file })
    const tag = entityTag(calendar)
    const headers = { etag: tag, 'cache-control': 'private, no-cache' }
    if (hasEntityTag(request.headers.get('if-none-match'), tag)) {
      return new Response(null, { status: 304, headers })
    }
    return new Response(calendar, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } })
  } catch (error) {
    return failure(error)
  }
}
