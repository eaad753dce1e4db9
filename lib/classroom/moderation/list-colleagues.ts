import 'server-only'
import type { z } from 'zod'
import { requireModeratorWhileOpen } from '#lib/classroom/guards.ts'
import type { Context } from '#lib/context/context.ts'
import { nameContains } from '#lib/identity/search-people.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { type SessionId, userId } from '#lib/kernel/ids.ts'
import type { listColleaguesEndpoint } from './api.ts'

/** So many are looked through; whoever is not among them is sought by name. */
const MAX_SHOWN = 20

type Input = { sessionId: SessionId } & z.output<typeof listColleaguesEndpoint.query>

/**
 * The other trainers of the school, by name, of whom one may be made an assistant of the session: 20 at most.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where it is over
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
