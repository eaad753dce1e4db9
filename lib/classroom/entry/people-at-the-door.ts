import 'server-only'
import { type Lock, locksOf } from '#lib/classroom/policy.ts'
import type { Actor } from '#lib/identity/actor.ts'
import { userId } from '#lib/identity/ids.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { hasPlaceIn, type SessionAtTheDoor } from '#lib/sessions/policy.ts'
import { helpsOf } from '#lib/sessions/session-view.ts'

export type PersonAtTheDoor = {
  actor: Pick<Actor, 'id' | 'role'>
  /** What the session's door looks at of them. */
  door: Pick<SessionAtTheDoor, 'seated' | 'removed' | 'admitted' | 'helps'>
  exceptions: Lock[]
}

/**
 * How people stand to sessions, by the sessions' and then by their own ids. People who are disabled or not known are
 * not among them.
 */
export async function peopleAtDoors(
  { database }: Pick<SystemContext, 'database'>,
  wanted: ReadonlyMap<string, string[]>,
): Promise<Map<string, Map<string, PersonAtTheDoor>>> {
  const sessionId = { in: [...wanted.keys()] }
  const found = await database.user.findMany({
    where: { id: { in: [...new Set([...wanted.values()].flat())] }, disabledAt: null },
    select: {
      id: true,
      role: true,
      seats: { where: { sessionId }, select: { sessionId: true } },
      removals: { where: { sessionId }, select: { sessionId: true } },
      attendees: {
        where: { sessionId },
        select: { sessionId: true, helps: true, exceptions: true, admittedAt: true },
      },
    },
  })
  const people = new Map(found.map((person) => [person.id, person]))
  function personAt(session: string, id: string): [string, PersonAtTheDoor][] {
    const person = people.get(id)
    if (!person) return []
    const isHere = (row: { sessionId: string }) => row.sessionId === session
    const attendee = person.attendees.find(isHere)
    const door = {
      seated: person.seats.some(isHere),
      removed: person.removals.some(isHere),
      admitted: Boolean(attendee?.admittedAt),
      helps: helpsOf(attendee?.helps),
    }
    const actor = { id: userId.parse(id), role: person.role }
    return [[id, { actor, door, exceptions: locksOf(attendee?.exceptions ?? []) }]]
  }
  return new Map(
    [...wanted].map(([session, ids]) => [session, new Map(ids.flatMap((id) => personAt(session, id)))]),
  )
}

/** Those of the people who have a place in the session, and were not removed. */
export async function peopleWithPlace(
  context: Pick<SystemContext, 'database'>,
  { id, trainerId }: { id: string; trainerId: string },
  ids: string[],
): Promise<Set<string>> {
  const people =
    (await peopleAtDoors(context, new Map([[id, ids]]))).get(id) ?? new Map<string, PersonAtTheDoor>()
  const placed = [...people].filter(
    ([, { actor, door }]) => !door.removed && hasPlaceIn({ trainerId, ...door }, actor),
  )
  return new Set(placed.map(([personId]) => personId))
}
