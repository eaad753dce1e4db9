import type { AuditAction, AuditSubject } from '#lib/audit/api.ts'
import type { AuditFacts } from '#lib/audit/facts.ts'
import { DAY_MS } from '#lib/kernel/durations.ts'
import type { PlannedSession } from './plan-sessions.ts'
import { admins, classes, demonstrationId, students } from './school.ts'

type PlannedEvent = {
  id: string
  at: Date
  actorId: string
  action: AuditAction
  subject: AuditSubject
  subjectId: string
  before?: AuditFacts
  after?: AuditFacts
}

const [planner = '', colleague = planner] = admins.map((name) => demonstrationId(`person ${name}`))

/** Audit events of the demonstration until `now`. */
export function planEvents(sessions: PlannedSession[], now: Date): PlannedEvent[] {
  const events = [...planClasses(now), ...sessions.flatMap(planSession)]
  return events.filter((event) => event.at <= now)
}

/** The id depends only on action and subject, which distinguishes these events from real ones. */
export function eventId(action: AuditAction, subjectId: string): string {
  return demonstrationId(`event ${action} ${subjectId}`)
}

function planClasses(now: Date): PlannedEvent[] {
  return classes.flatMap(({ title, mode, capacity, inPersonCapacity, timeZone, students: [from, to] }) => {
    const subjectId = demonstrationId(`class ${title}`)
    const studentIds = students.slice(from, to).map((name) => demonstrationId(`person ${name}`))
    const common = { actorId: planner, subject: 'class' as const, subjectId }
    return [
      {
        ...common,
        id: eventId('class_created', subjectId),
        at: new Date(now.getTime() - 21 * DAY_MS),
        action: 'class_created' as const,
        after: { mode, capacity, timeZone, ...(inPersonCapacity && { inPersonCapacity }) },
      },
      {
        ...common,
        id: eventId('students_enrolled', subjectId),
        at: new Date(now.getTime() - 20 * DAY_MS),
        action: 'students_enrolled' as const,
        after: { studentIds },
      },
    ]
  })
}

function planSession({ id: subjectId, course, status, startsAt, endsAt }: PlannedSession): PlannedEvent[] {
  const event = (action: AuditAction, at: Date, actorId: string, change: [AuditFacts, AuditFacts]) => {
    const [before, after] = change
    return {
      id: eventId(action, subjectId),
      at,
      actorId,
      action,
      subject: 'session' as const,
      subjectId,
      before,
      after,
    }
  }
  const trainer = demonstrationId(`person ${course.trainer}`)
  if (status === 'cancelled') {
    const at = new Date(startsAt.getTime() - DAY_MS)
    return [event('session_cancelled', at, colleague, [{ status: 'scheduled' }, { status }])]
  }
  const started = event('session_started', startsAt, trainer, [
    { status: 'scheduled' },
    { status: 'in_progress' },
  ])
  if (status !== 'completed') return [started]
  return [started, event('session_ended', endsAt, trainer, [{ status: 'in_progress' }, { status }])]
}
