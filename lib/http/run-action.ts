import 'server-only'
import { headers } from 'next/headers'
import type { Context } from '#lib/context/context.ts'
import type { DataOf, Endpoint, InputOf } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { systemContext } from '#lib/process/application.ts'
import type { ActionResult } from './action-result.ts'
import { currentActor } from './current-context.ts'
import { asRefusal, fieldSentencesOf, sentenceOf } from './failure.ts'
import { limitRequest } from './limit-request.ts'
import { parseInput } from './parse-input.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'

/**
 * Runs a use case for a Server Action: the counterpart of route() for the web. `input` merges the endpoint's path,
 * query and body.
 */
export async function runAction<E extends Endpoint>(
  endpoint: E,
  perform: (context: Context, input: InputOf<E>) => Promise<DataOf<E>>,
  input: unknown,
): Promise<ActionResult<DataOf<E>>> {
  return runAsActor((context) => {
    const parsed = parseInput(endpoint, { params: input, query: input, body: input })
    limitRequest(endpoint, context.actor, parsed)
    return perform(context, parsed)
  })
}

/** Runs an action as the signed-in user; a refusal becomes a message. Cross-site requests are refused. */
export async function runAsActor<T>(work: (context: Context) => Promise<T>): Promise<ActionResult<T>> {
  try {
    // Next compares Origin and Host, but accepts an action without Origin.
    refuseCrossSite({ method: 'POST', headers: await headers() })
    const actor = await currentActor()
    if (!actor) throw new Refusal('unauthenticated', 'signInFirst')
    return { ok: true, data: await work({ ...systemContext(), actor }) }
  } catch (error) {
    const refusal = asRefusal(error)
    return {
      ok: false,
      code: refusal.code,
      message: sentenceOf(refusal),
      fields: fieldSentencesOf(refusal),
      collisions: refusal.details.collisions,
      questions: refusal.details.questions,
      editConflict: refusal.details.editConflict,
    }
  }
}
