import 'server-only'
import type { z } from 'zod'
import { requireModeratorWhileOpen } from '#lib/classroom/guards.ts'
import type { Context } from '#lib/context/context.ts'
import { nameContains } from '#lib/identity/search-people.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { type SessionId, userId } from '#lib/kernel/ids.ts'
import type { listColleaguesEndpoint } from './api.ts'

/** Maximum number of results. Other trainers are found by searching for their name. */
const MAX_SHOWN = 20

type Input = { sessionId: SessionId } & z.output<typeof listColleaguesEndpoint.query>

/**
 * Other trainers of the school who can become assistants of the session, by name; at most 20.
 * @throws Refusal `not_found`, `forbidden`, `conflict` if the session has ended
 */
export async function listColleagues(
  context: Context,
  { sessionId, search }: Input,
): Promise<DataOf<typeof listColleaguesEndpoint>> {
  const { trainerId } = await requireModeratorWhileOpen(context, sessionId)
  const found = await context.database.user.findMany({
    where: {
      role: 'TRAINER',
      disabledAt: null,
      id: { not: trainerId },
      ...(search && nameContains(search)),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MAX_SHOWN,
    select: { id: true, name: true },
  })
  return { items: found.map(({ id, name }) => ({ id: userId.parse(id), name })) }
}
