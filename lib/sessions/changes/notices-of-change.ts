import { classId } from '#lib/classes/ids.ts'
import type { UserId } from '#lib/identity/ids.ts'
import type { NewNotice } from '#lib/notices/facts.ts'
import type { ChangedSession, SessionPlan } from './session-plan.ts'

/** Whether people hear of it: its time, place, trainer or state is another one. */
export function isTold({ was, now }: Pick<ChangedSession, 'was' | 'now'>): boolean {
  return (['startsAt', 'endsAt', 'trainerId', 'locationId', 'status'] as const).some(
    (fact) => was[fact]?.valueOf() !== now[fact]?.valueOf(),
  )
}

/**
 * What a change tells to whom: one notice a person, about the first of the sessions that are theirs and how many
 * there are.
 * @param seatsOf who has a seat, by session
 */
export function noticesOfChange(
  change: { id: string; actorId: string | null; sessions: ChangedSession[] },
  seatsOf: Map<string, UserId[]>,
): NewNotice[] {
  const byPerson = new Map<UserId, ChangedSession[]>()
  for (const session of change.sessions.filter(isTold)) {
    const students = seatsOf.get(session.sessionId) ?? []
    for (const person of new Set([session.was.trainerId, session.now.trainerId, ...students])) {
      if (person !== change.actorId) byPerson.set(person, [...(byPerson.get(person) ?? []), session])
    }
  }
  return [...byPerson].flatMap(([person, sessions]) => noticeOf(change.id, person, sessions) ?? [])
}

function noticeOf(changeId: string, userId: UserId, sessions: ChangedSession[]): NewNotice | null {
  const [first] = sessions.toSorted((one, other) => one.was.startsAt.getTime() - other.was.startsAt.getTime())
  if (!first) return null
  const about = { classId: classId.parse(first.classId), sessionId: first.sessionId, count: sessions.length }
  const common = { userId, key: `change:${changeId}` }
  const was = factsOf(first.was)
  return first.now.status === 'cancelled'
    ? {
        ...common,
        kind: 'sessions-cancelled',
        facts: { ...about, was, reason: first.now.cancelReason ?? '' },
      }
    : { ...common, kind: 'sessions-changed', facts: { ...about, was, now: factsOf(first.now) } }
}

function factsOf({ startsAt, endsAt, trainerId, locationId }: SessionPlan) {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), trainerId, locationId }
}
