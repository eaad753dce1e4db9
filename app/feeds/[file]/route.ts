import type { NextRequest } from 'next/server'
import type { RouteParameters } from '#lib/http/authenticate.ts'
import { entityTag, respondTagged } from '#lib/http/entity-tag.ts'
import { failure } from '#lib/http/respond.ts'
import { systemContext } from '#lib/process/application.ts'
import { readFeed } from '#lib/sessions/feed/read-feed.ts'

/** A user's calendar feed. The address contains the key, because calendar programs cannot sign in. */
export async function GET(request: NextRequest, { params }: RouteParameters): Promise<Response> {
  try {
    const { file = '' } = await params
    const calendar = await readFeed(systemContext(), { file })
    return respondTagged(request, {
      content: calendar,
      tag: entityTag(calendar),
      type: 'text/calendar',
      cacheControl: 'private, no-cache',
    })
  } catch (error) {
    return failure(error)
  }
}
