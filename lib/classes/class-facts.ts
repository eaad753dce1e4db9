import type { AuditFacts } from '#lib/audit/facts.ts'
import type { CourseClass } from './api.ts'
import { USUAL_SWITCH_MINUTES } from './switch-limits.ts'

/** The audit facts of a class. Leaves out its titles and default values. */
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
    ...((studentsMaySwitch || switchUntilMinutes !== USUAL_SWITCH_MINUTES) && { switchUntilMinutes }),
    ...(course.admission !== 'supervised' && { admission: course.admission }),
    ...(course.archived && { archived: true }),
  }
}

/** The audit facts that a change modified. For titles, only that they changed. */
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
