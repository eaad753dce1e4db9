import 'server-only'
import { type Columns, csvOf } from '#lib/http/csv.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { Context } from '#lib/process/context.ts'
import { findSession } from '#lib/sessions/find-session.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import type { SeatKind } from './policy.ts'

type Person = { name: string; seat: SeatKind | null; inLineFor: SeatKind | null }

/**
 * Who has a seat in a session by name, and then who is in line for one, as CSV.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function exportSeats(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<AsyncIterable<string>> {
  const { seats, waiting } = await findSession(context, { sessionId })
  if (!seats) throw new Refusal('forbidden', 'notAllowed')
  const waits = new Map(waiting?.map(({ id, kind }) => [id, kind]))
  const items: Person[] = [
    ...seats.map(({ id, name, kind }) => ({ name, seat: kind, inLineFor: waits.get(id) ?? null })),
    ...(waiting ?? [])
      .filter(({ seat }) => seat === null)
      .map(({ name, kind }) => ({ name, seat: null, inLineFor: kind })),
  ]
  return csvOf(columns, async () => ({ items, nextCursor: null }))
}

const columns: Columns<Person> = {
  name: (person) => person.name,
  seat: (person) => person.seat,
  inLineFor: (person) => person.inLineFor,
}
