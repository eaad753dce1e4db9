import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Context } from '#lib/context/context.ts'
import type { DataOf, Endpoint, InputOf } from '#lib/kernel/endpoint.ts'
import { instantsOf } from '#lib/time/wall-span.ts'
import type { ActionResult } from './action-result.ts'
import { runAction } from './run-action.ts'

/**
 * runAction() for a form with a wall time (`date`, `start`, `end`, `timeZone`): the use case receives instants. A
 * time that clocks skip or show twice is a field error or a question.
 */
export async function runActionAtWallTime<E extends Endpoint>(
  endpoint: E,
  perform: (context: Context, input: InputOf<E>) => Promise<DataOf<E>>,
  input: object,
): Promise<ActionResult<DataOf<E>>> {
  const span = instantsOf(input)
  if ('startsAt' in span) return runAction(endpoint, perform, { ...input, ...span })
  const t = await getTranslations('admin.time')
  if ('question' in span) {
    return { ok: false, code: 'conflict', message: t('twice'), questions: [span.question] }
  }
  return {
    ok: false,
    code: 'invalid',
    message: t('malformed'),
    fields: { [span.invalidField]: t('skipped') },
  }
}
