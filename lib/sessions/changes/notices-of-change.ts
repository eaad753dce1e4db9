import { classId, type UserId } from '#lib/kernel/ids.ts'
import type { NewNotice } from '#lib/notices/facts.ts'
import type { ChangedSession } from '#lib/sessions/session-plan.ts'
import { groupByPerson, noticePlan } from './group-by-person.ts'

/** Whether a change is announced: it affects the time, location, trainer or status. */
export function isNotifiable({ was, now }: Pick<ChangedSession, 'was' | 'now'>): boolean {
  return (['startsAt', 'endsAt', 'trainerId', 'locationId', 'status'] as const).some(
    (fact) => was[fact]?.valueOf() !== now[fact]?.valueOf(),
  )
}

/**
 * The notices of a change: one per person, about the first of their sessions and how many there are.
 * @param seatsOf students with a seat, by session
 */
export function noticesOfChange(
  change: { id: string; actorId: string | null; sessions: ChangedSession[] },
  seatsOf: Map<string, UserId[]>,
): NewNotice[] {
  const sessions = change.sessions
    .filter(isNotifiable)
    .toSorted((one, other) => one.was.startsAt.getTime() - other.was.startsAt.getTime())
  const groups = groupByPerson(sessions, ({ sessionId, was, now }) => [
    was.trainerId,
    now.trainerId,
    ...(seatsOf.get(sessionId) ?? []),
  ])
  return [...groups].flatMap(([person, { first, count }]) =>
    person === change.actorId ? [] : noticeOf(change.id, person, first, count),
  )
}

function noticeOf(changeId: string, userId: UserId, first: ChangedSession, count: number): NewNotice {
  const about = { classId: classId.parse(first.classId), sessionId: first.sessionId, count }
  const common = { userId, key: `change:${changeId}` }
  const was = noticePlan(first.was)
  return first.now.status === 'cancelled'
    ? {
        ...common,
        kind: 'sessions_cancelled',
        facts: { ...about, was, reason: first.now.cancelReason ?? '' },
      }
    : { ...common, kind: 'sessions_changed', facts: { ...about, was, now: noticePlan(first.now) } }
}
