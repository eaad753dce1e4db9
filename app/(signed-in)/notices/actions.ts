'use server'

import { runAction } from '#lib/http/run-action.ts'
import { markReadEndpoint } from '#lib/inbox/api.ts'
import { markRead } from '#lib/inbox/mark-read.ts'
import { changePreferencesEndpoint } from '#lib/notices/api.ts'
import { changePreferences } from '#lib/notices/preferences.ts'
import { revokeFeedEndpoint } from '#lib/sessions/feed/api.ts'
import { revokeFeed } from '#lib/sessions/feed/revoke-feed.ts'

export async function markNoticesRead(input: unknown) {
  return runAction(markReadEndpoint, markRead, input)
}

export async function changeOwnPreferences(input: unknown) {
  return runAction(changePreferencesEndpoint, changePreferences, input)
}

export async function revokeOwnFeed(input: unknown) {
  return runAction(revokeFeedEndpoint, revokeFeed, input)
}
