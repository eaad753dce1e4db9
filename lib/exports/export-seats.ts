import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { mayReadEmails } from '#lib/identity/policy.ts'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'
import type { SeatKind } from '#lib/kernel/enums.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { type WithEmails, withEmails } from './with-emails.ts'

type Person = { id: UserId; name: string; seat: SeatKind | null; waitlistedFor: SeatKind | null }

/**
 * The students with a seat in a session by name, then those on the waitlist, as CSV. For staff the last columns are the
 * student's id and e-mail. A student who may admit from the lobby gets names only.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function exportSeats(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<AsyncIterable<string>> {
  const { seats, waitlist } = await findSession(context, { sessionId })
  if (!seats) throw new Refusal('forbidden', 'notAllowed')
  const waitlisted = new Map(waitlist?.map(({ id, kind }) => [id, kind]))
  const items: Person[] = [
    ...seats.map(({ id, name, kind }) => ({
      id,
      name,
      seat: kind,
      waitlistedFor: waitlisted.get(id) ?? null,
    })),
    ...(waitlist ?? [])
      .filter(({ seat }) => seat === null)
      .map(({ id, name, kind }) => ({ id, name, seat: null, waitlistedFor: kind })),
  ]
  const page = { items, nextCursor: null }
  if (!mayReadEmails(context.actor)) return csvOf(columns, async () => page)
  return csvOf({ ...columns, ...staffColumns }, () => withEmails(context, page, ({ id }) => [id]))
}

const columns: Columns<Person> = {
  name: (person) => person.name,
  seat: (person) => person.seat,
  waitlistedFor: (person) => person.waitlistedFor,
}

const staffColumns: Columns<WithEmails<Person>> = {
  userId: (person) => person.id,
  email: (person) => person.emailOf(person.id),
}
