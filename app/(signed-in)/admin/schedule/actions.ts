'use server'

import { getTranslations } from 'next-intl/server'
import { act } from '#lib/http/act.ts'
import type { ActionResult } from '#lib/http/action-result.ts'
import type { DataOf } from '#lib/http/endpoint.ts'
import { createSessionEndpoint } from '#lib/sessions/api.ts'
import { createSession as createSessionOf } from '#lib/sessions/planning/create-session.ts'
import { instantsOf } from '#lib/time/wall-span.ts'

/** Takes date, start and end as the clocks of a zone show them. */
export async function createSession(
  input: object,
): Promise<ActionResult<DataOf<typeof createSessionEndpoint>>> {
  const span = instantsOf(input)
  if (!('missing' in span)) return act(createSessionEndpoint, createSessionOf, { ...input, ...span })
  const t = await getTranslations('admin.time')
  return { ok: false, code: 'invalid', message: t('malformed'), fields: { [span.missing]: t('skipped') } }
}
