import { DAY_MS, HOUR_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import { classId, sessionId, userId } from '#lib/kernel/ids.ts'
import type { NoticeContent } from '#lib/notices/facts.ts'
import type { PlannedSession } from './plan-sessions.ts'
import { demonstrationId, students } from './school.ts'

type PlannedNotice = NoticeContent & {
  id: string
  userId: string
  key: string
  inApp: boolean
  readAt: Date | null
  mail: 'waiting'
  createdAt: Date
}

/** Notices of the demonstration until `now`; the first student represents all students of a class. */
export function planNotices(sessions: PlannedSession[], now: Date): PlannedNotice[] {
  const ahead = sessions.filter(({ startsAt }) => startsAt.getTime() > now.getTime() + DAY_MS)
  const cancelled = ahead.find(({ status }) => status === 'cancelled')
  const [moved, replaced] = ahead.filter(
    ({ status, course }) => status === 'scheduled' && course.title.startsWith('Intro to TypeScript'),
  )
  return [
    ...noticesFor('cancelled', cancelled, new Date(now.getTime() - 35 * MINUTE_MS), cancellation),
    ...noticesFor('moved', moved, new Date(now.getTime() - 3 * HOUR_MS), move),
    ...noticesFor('replaced', replaced, new Date(now.getTime() - 26 * HOUR_MS), replacement),
  ]
}

/** Notices for the trainer and the first student; those of earlier days are read. */
function noticesFor(
  name: string,
  session: PlannedSession | undefined,
  createdAt: Date,
  contentOf: (session: PlannedSession) => NoticeContent,
): PlannedNotice[] {
  if (!session) return []
  const { course } = session
  const people = [course.trainer, students[course.students[0]] ?? course.trainer]
  return people.map((person) => ({
    ...contentOf(session),
    id: demonstrationId(`notice ${name} ${person}`),
    userId: demonstrationId(`person ${person}`),
    key: `demonstration:${name}`,
    inApp: true,
    readAt: name === 'replaced' ? createdAt : null,
    mail: 'waiting',
    createdAt,
  }))
}

function cancellation(session: PlannedSession): NoticeContent {
  const facts = { ...aboutOf(session), was: planOf(session), reason: session.cancelReason ?? '' }
  return { kind: 'sessions_cancelled', facts }
}

function move(session: PlannedSession): NoticeContent {
  const now = planOf(session)
  const was = { ...now, startsAt: earlier(session.startsAt), endsAt: earlier(session.endsAt) }
  return { kind: 'sessions_changed', facts: { ...aboutOf(session), was, now } }
}

function replacement(session: PlannedSession): NoticeContent {
  const now = planOf(session)
  const was = { ...now, trainerId: userId.parse(demonstrationId('person Tomasz Wójcik')) }
  return { kind: 'sessions_changed', facts: { ...aboutOf(session), was, now } }
}

function aboutOf({ id, course }: PlannedSession) {
  return {
    sessionId: sessionId.parse(id),
    classId: classId.parse(demonstrationId(`class ${course.title}`)),
    count: 1,
  }
}

function planOf({ startsAt, endsAt, course }: PlannedSession) {
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    trainerId: userId.parse(demonstrationId(`person ${course.trainer}`)),
    locationId: null,
  }
}

function earlier(at: Date): string {
  return new Date(at.getTime() - HOUR_MS).toISOString()
}
