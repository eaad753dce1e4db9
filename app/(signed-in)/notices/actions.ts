'use server'

import { act } from '#lib/http/act.ts'
import { changePreferencesEndpoint, markReadEndpoint } from '#lib/notices/api.ts'
import { markRead } from '#lib/notices/mark-read.ts'
import { changePreferences } from '#lib/notices/preferences.ts'
import { revokeFeedEndpoint } from '#lib/sessions/feed/api.ts'
import { revokeFeed } from '#lib/sessions/feed/revoke-feed.ts'

export async function markNoticesRead(input: unknown) {
  return act(markReadEndpoint, markRead, input)
}

export async function changeOwnPreferences(input: unknown) {
  return act(changePreferencesEndpoint, changePreferences, input)
}

export async function revokeOwnFeed(input: unknown) {
  return act(revokeFeedEndpoint, revokeFeed, input)
}
