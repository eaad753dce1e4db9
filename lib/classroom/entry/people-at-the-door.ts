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

/** How some people stand to a session, by their ids. Who is disabled or not known is not among them. */
export async function peopleAtTheDoor(
  { database }: Pick<SystemContext, 'database'>,
  sessionId: string,
  ids: string[],
): Promise<Map<string, PersonAtTheDoor>> {
  const found = await database.user.findMany({
    where: { id: { in: ids }, disabledAt: null },
    select: {
      id: true,
      role: true,
      seats: { where: { sessionId }, select: { studentId: true } },
      removals: { where: { sessionId }, select: { userId: true } },
      attendees: { where: { sessionId }, select: { helps: true, exceptions: true, admittedAt: true } },
    },
  })
  return new Map(
    found.map(({ id, role, seats, removals, attendees: [attendee] }) => [
      id,
      {
        actor: { id: userId.parse(id), role },
        door: {
          seated: seats.length > 0,
          removed: removals.length > 0,
          admitted: Boolean(attendee?.admittedAt),
          helps: helpsOf(attendee?.helps),
        },
        exceptions: locksOf(attendee?.exceptions ?? []),
      },
    ]),
  )
}

/** Those of the people who have a place in the session, and were not removed. */
export async function peopleWithPlace(
  context: Pick<SystemContext, 'database'>,
  { id, trainerId }: { id: string; trainerId: string },
  ids: string[],
): Promise<Set<string>> {
  const people = await peopleAtTheDoor(context, id, ids)
  const placed = [...people].filter(
    ([, { actor, door }]) => !door.removed && hasPlaceIn({ trainerId, ...door }, actor),
  )
  return new Set(placed.map(([personId]) => personId))
}
