'use server'

import { redirect } from 'next/navigation'
import { runAction } from '#lib/http/run-action.ts'
import { endSessionEndpoint, startSessionEndpoint } from '#lib/sessions/api.ts'
import { endSession as endSessionOf } from '#lib/sessions/lifecycle/end-session.ts'
import { startSession as startSessionOf } from '#lib/sessions/lifecycle/start-session.ts'

/** Starts the session and redirects to its room in the same response; returns the message of a refusal. */
export async function startSession(input: unknown) {
  const result = await runAction(startSessionEndpoint, startSessionOf, input)
  if (result.ok) redirect(`/sessions/${result.data.id}/room?join`)
  return result
}

export async function endSession(input: unknown) {
  return runAction(endSessionEndpoint, endSessionOf, input)
}
