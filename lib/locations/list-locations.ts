import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { locationId, sessionId } from '#lib/kernel/ids.ts'
import { type Page, pageOf } from '#lib/kernel/page.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { ListedLocation, listLocationsEndpoint } from './api.ts'
import { mayManageLocations } from './policy.ts'

/** The active or the archived locations of the school, by name. @throws Refusal `forbidden` */
export async function listLocations(
  { database, actor, now }: Context,
  { cursor, limit, archived = 'without' }: z.output<typeof listLocationsEndpoint.query>,
): Promise<Page<ListedLocation>> {
  if (!mayManageLocations(actor)) throw new Refusal('forbidden', 'notAllowed')
  const after = cursor ? locationId.safeParse(cursor) : null
  if (after && !after.success) throw new Refusal('invalid', 'malformed', { fields: { cursor: 'notAnId' } })
  const rows = await database.location.findMany({
    where: { archivedAt: archived === 'only' ? { not: null } : null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    cursor: after ? { id: after.data } : undefined,
    skip: after ? 1 : 0,
    take: limit + 1,
    select: {
      id: true,
      name: true,
      capacity: true,
      archivedAt: true,
      revision: true,
      _count: { select: { classes: { where: { archivedAt: null } } } },
      sessions: {
        where: { status: { in: ['scheduled', 'in_progress'] }, endsAt: { gt: now } },
        orderBy: { startsAt: 'asc' },
        take: 1,
        select: {
          id: true,
          title: true,
          startsAt: true,
          class: { select: { title: true, timeZone: true } },
        },
      },
    },
  })
  const page = pageOf(rows, limit, (last) => last.id)
  return {
    ...page,
    items: page.items.map(({ id, name, capacity, archivedAt, revision, _count, sessions: [next] }) => ({
      id: locationId.parse(id),
      name,
      capacity,
      archived: archivedAt !== null,
      revision,
      classes: _count.classes,
      next: next
        ? {
            sessionId: sessionId.parse(next.id),
            title: next.title ?? next.class.title,
            startsAt: next.startsAt.toISOString(),
            timeZone: next.class.timeZone,
          }
        : null,
    })),
  }
}
