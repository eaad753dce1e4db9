import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import type { NoticeContent } from '#lib/notices/facts.ts'
import { abilitiesOf } from '#lib/sessions/abilities.ts'
import { sessionAccessOf, sessionSelect } from '#lib/sessions/session-view.ts'

/** Reminders link to the room from one hour before the start, in ms. */
const JOINABLE_BEFORE_MS = HOUR_MS

/** Sessions among those of the reminders that the actor can join now. */
export async function findJoinableSessions(
  { database, actor, now }: Context,
  contents: NoticeContent[],
): Promise<Set<string>> {
  const ids = contents.flatMap(({ kind, facts }) =>
    kind === 'reminder' || kind === 'trainer_reminder' ? facts.sessionId : [],
  )
  if (ids.length === 0) return new Set()
  const sessions = await database.classSession.findMany({
    where: {
      id: { in: ids },
      startsAt: { lte: new Date(now.getTime() + JOINABLE_BEFORE_MS) },
      OR: [{ status: 'in_progress' }, { endsAt: { gt: now } }],
    },
    select: sessionSelect(actor),
  })
  return new Set(
    sessions.filter((row) => abilitiesOf(actor, sessionAccessOf(row)).canJoin).map((session) => session.id),
  )
}
