import type { AmbiguousTime } from '#lib/kernel/refusal.ts'
import type { Edit } from '#lib/sessions/changes/change-sessions.ts'
import type { Span } from '#lib/sessions/collisions.ts'
import type { SessionPlan } from '#lib/sessions/session-plan.ts'
import { type ClockChoice, resolveStart } from '#lib/time/resolve-start.ts'
import { addDays, daysBetween, wallTime } from '#lib/time/zones.ts'
import type { SessionInScope } from './read-scope.ts'

export type SessionEdits = { edits: Edit[]; questions: AmbiguousTime[] }

/**
 * Carries a change of one session over to others of its series: they move by as many days, to the same wall time and
 * length, in their class's zone. A wall time that clocks skip or show twice becomes a question, unless `choices`
 * answers it.
 */
export function editsInScope(
  sessions: SessionInScope[],
  anchorId: string,
  changes: Partial<SessionPlan>,
  choices: ClockChoice[],
): SessionEdits {
  const anchor = sessions.find(({ id }) => id === anchorId) ?? sessions[0]
  if (!anchor || (changes.startsAt === undefined && changes.endsAt === undefined)) {
    return { edits: sessions.map(({ id }) => ({ sessionId: id, changes })), questions: [] }
  }
  const { startsAt = anchor.startsAt, endsAt = anchor.endsAt } = changes
  const shift = shiftOf(anchor, { startsAt, endsAt })
  const found: SessionEdits = { edits: [], questions: [] }
  for (const session of sessions) {
    if (session.id === anchorId) found.edits.push({ sessionId: session.id, changes: changes })
    else carryOver(session, shift, changes, choices, found)
  }
  return found
}

type Shift = { days: number; time: string; length: number }

function shiftOf(anchor: SessionInScope, { startsAt, endsAt }: Span): Shift {
  const [was, now] = [anchor.startsAt, startsAt].map((at) => wallTime(at.toISOString(), anchor.timeZone))
  if (!was || !now) throw new RangeError('two wall times')
  return {
    days: daysBetween(was.date, now.date),
    time: now.time,
    length: endsAt.getTime() - startsAt.getTime(),
  }
}

function carryOver(
  session: SessionInScope,
  { days, time, length }: Shift,
  changes: Partial<SessionPlan>,
  choices: ClockChoice[],
  found: SessionEdits,
): void {
  const was = wallTime(session.startsAt.toISOString(), session.timeZone)
  const start = resolveStart({ date: addDays(was.date, days), time }, session.timeZone, choices)
  if (start.kind === 'question') found.questions.push(start.question)
  if (start.kind !== 'once') return
  const startsAt = new Date(start.at)
  found.edits.push({
    sessionId: session.id,
    changes: { ...changes, startsAt, endsAt: new Date(startsAt.getTime() + length) },
  })
}
