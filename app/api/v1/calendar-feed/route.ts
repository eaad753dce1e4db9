import { route } from '#lib/http/route.ts'
import { findFeedAddressEndpoint, revokeFeedEndpoint } from '#lib/sessions/feed/api.ts'
import { findFeedAddress } from '#lib/sessions/feed/find-feed-address.ts'
import { revokeFeed } from '#lib/sessions/feed/revoke-feed.ts'

export const GET = route(findFeedAddressEndpoint, findFeedAddress)
export const DELETE = route(revokeFeedEndpoint, revokeFeed)
