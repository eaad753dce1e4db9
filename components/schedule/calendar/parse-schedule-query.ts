import 'server-only'
import { z } from 'zod'
import { sessionPanels } from '#components/schedule/session/session-href.ts'
import { classId, sessionId, userId } from '#lib/kernel/ids.ts'
import { classMode, sessionStatus } from '#lib/sessions/api.ts'
import { isDay } from '#lib/time/zones.ts'

const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)

const querySchema = z.object({
  view: z.enum(['day', 'week', 'list']).catch('week'),
  date: z.string().refine(isDay).optional().catch(undefined),
  trainer: userId.optional().catch(undefined),
  class: classId.optional().catch(undefined),
  mode: classMode.optional().catch(undefined),
  status: sessionStatus.optional().catch(undefined),
  session: sessionId.optional().catch(undefined),
  panel: z
    .enum(['new', ...sessionPanels])
    .optional()
    .catch(undefined),
  start: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional()
    .catch(undefined),
  at: wall.optional().catch(undefined),
  until: wall.optional().catch(undefined),
})

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** Parses the URL of a schedule. Invalid values count as missing. */
export async function parseScheduleQuery(searchParams: SearchParams, today: string) {
  const { date = today, session, panel, start, at, until, ...shown } = querySchema.parse(await searchParams)
  return { shown: { ...shown, date }, open: { session, panel, start, at, until } }
}
