'use server'

import { act } from '#lib/http/act.ts'
import { endSessionEndpoint, startSessionEndpoint } from '#lib/sessions/api.ts'
import { endSession as endSessionOf } from '#lib/sessions/end-session.ts'
import { startSession as startSessionOf } from '#lib/sessions/start-session.ts'

export async function startSession(input: unknown) {
  return act(startSessionEndpoint, startSessionOf, input)
}

export async function endSession(input: unknown) {
  return act(endSessionEndpoint, endSessionOf, input)
}
