/** The decision for a session: the substitute's id, or one of the two values. */
export type Decision = string | 'cancel' | 'stay'

type AffectedSession = { id: string; startsAt: string; endsAt: string; substitutes: { id: string }[] }

/**
 * Assigns each session to the most suitable free trainer, without overlaps. Sessions without a free trainer are
 * cancelled.
 */
export function defaultDecisions(sessions: AffectedSession[]): Record<string, Decision> {
  const taken: { trainerId: string; session: AffectedSession }[] = []
  const decisions: Record<string, Decision> = {}
  for (const session of sessions) {
    const free = session.substitutes.find(
      ({ id }) => !taken.some(({ trainerId, session: other }) => trainerId === id && overlap(session, other)),
    )
    decisions[session.id] = free?.id ?? 'cancel'
    if (free) taken.push({ trainerId: free.id, session })
  }
  return decisions
}

function overlap(one: AffectedSession, other: AffectedSession): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

/** The decisions in the API's format, without unchanged sessions. */
export function toHandovers(decisions: Record<string, Decision>, reason: string) {
  return Object.entries(decisions).flatMap(([sessionId, decision]) => {
    if (decision === 'stay') return []
    return decision === 'cancel' ? { sessionId, cancel: reason } : { sessionId, trainerId: decision }
  })
}
