import type { SessionPlan } from '#lib/sessions/session-plan.ts'

/**
 * Each affected person with the first of their sessions and the number of them, so that several sessions make one
 * notice.
 * @param sessions by start
 */
export function groupByPerson<S, P extends string>(
  sessions: S[],
  peopleOf: (session: S) => P[],
): Map<P, { first: S; count: number }> {
  const groups = new Map<P, { first: S; count: number }>()
  for (const session of sessions) {
    for (const person of new Set(peopleOf(session))) {
      const known = groups.get(person)
      groups.set(person, known ? { ...known, count: known.count + 1 } : { first: session, count: 1 })
    }
  }
  return groups
}

/** The fields of a plan that notices contain. */
export function noticePlan({
  startsAt,
  endsAt,
  trainerId,
  locationId,
}: Pick<SessionPlan, 'startsAt' | 'endsAt' | 'trainerId' | 'locationId'>) {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), trainerId, locationId }
}
