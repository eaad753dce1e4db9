import 'server-only'
import { z } from 'zod'
import type { Prisma } from '#lib/database/generated/client.ts'
import { instant } from '#lib/http/fields.ts'
import { type Page, pageOf } from '#lib/http/page.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { Actor } from '#lib/identity/actor.ts'
import type { Context } from '#lib/process/context.ts'
import type { ClassSession, listSessionsEndpoint } from './api.ts'
import { sessionId } from './ids.ts'
import { sessionSelect, sessionView } from './session-view.ts'
import { touching } from './touching.ts'

type Filters = Partial<z.output<typeof listSessionsEndpoint.query>> & {
  /** The latest first. */
  latestFirst?: boolean
}

/** The sessions that are the actor's by start: a student's seats, a trainer's assignments, all for an admin. */
export async function listSessions(
  { database, actor }: Context,
  { from, to, cursor, limit = 50, latestFirst = false, ...filters }: Filters,
): Promise<Page<ClassSession>> {
  const order = latestFirst ? 'desc' : 'asc'
  const rows = await database.classSession.findMany({
    where: {
      AND: [
        ownedBy(actor),
        filters,
        touching(from, to),
        cursor ? after(readCursor(cursor), latestFirst) : {},
      ],
    },
    orderBy: [{ startsAt: order }, { id: order }],
    take: limit + 1,
    select: sessionSelect(actor),
  })
  const page = pageOf(rows, limit, (last) => `${last.startsAt.toISOString()}_${last.id}`)
  return { ...page, items: page.items.map((row) => sessionView(row, actor)) }
}

/** Which sessions are the actor's. */
export function ownedBy(actor: Actor): Prisma.ClassSessionWhereInput {
  switch (actor.role) {
    case 'ADMIN':
      return {}
    case 'TRAINER':
      return { trainerId: actor.id }
    case 'STUDENT':
      return { seats: { some: { studentId: actor.id } } }
  }
}

type Position = { startsAt: Date; id: string }

const position = z.tuple([instant, sessionId])

function readCursor(cursor: string): Position {
  const parsed = position.safeParse(cursor.split('_'))
  if (!parsed.success) throw new Refusal('invalid', 'malformed', { fields: { cursor: 'notAnId' } })
  const [startsAt, id] = parsed.data
  return { startsAt, id }
}

function after({ startsAt, id }: Position, latestFirst: boolean): Prisma.ClassSessionWhereInput {
  const beyond = latestFirst ? 'lt' : 'gt'
  return { OR: [{ startsAt: { [beyond]: startsAt } }, { startsAt, id: { [beyond]: id } }] }
}
