import type { AuditFacts } from '#lib/audit/facts.ts'
import type { CourseClass } from './api.ts'

const USUAL_MINUTES = 60

/** What the trail keeps of a class: of its titles nothing, and nothing of what is as it usually is. */
export function classFacts(course: CourseClass): AuditFacts {
  const { mode, capacity, timeZone, inPersonCapacity, location, trainer, studentsMaySwitch } = course
  const { switchUntilMinutes } = course
  return {
    mode,
    capacity,
    timeZone,
    ...(inPersonCapacity > 0 && { inPersonCapacity }),
    ...(location && { locationId: location.id }),
    ...(trainer && { trainerId: trainer.id }),
    ...(studentsMaySwitch && { studentsMaySwitch }),
    ...((studentsMaySwitch || switchUntilMinutes !== USUAL_MINUTES) && { switchUntilMinutes }),
    ...(course.admission !== 'supervised' && { admission: course.admission }),
    ...(course.archived && { archived: true }),
  }
}

/** What a change made other than it was. */
export function changedClassFacts(
  was: CourseClass,
  now: CourseClass,
): { before: AuditFacts; after: AuditFacts } {
  const [before, after] = [classFacts(was), classFacts(now)]
  const facts = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof AuditFacts>
  const changed = [...facts].filter((fact) => before[fact] !== after[fact])
  const only = (facts: AuditFacts): AuditFacts =>
    Object.fromEntries(changed.flatMap((fact) => (facts[fact] === undefined ? [] : [[fact, facts[fact]]])))
  return {
    before: only(before),
    after: {
      ...only(after),
      ...(was.title !== now.title && { titleChanged: true }),
      ...(was.shortTitle !== now.shortTitle && { shortTitleChanged: true }),
    },
  }
}
