'use server'

import { runActionAtWallTime } from '#lib/http/run-action-at-wall-time.ts'
import { createSessionEndpoint } from '#lib/sessions/api.ts'
import { createSession as createSessionOf } from '#lib/sessions/planning/create-session.ts'

/** Takes date, start and end as wall times in a time zone. */
export async function createSession(input: object) {
  return runActionAtWallTime(createSessionEndpoint, createSessionOf, input)
}
