import { z } from 'zod'
import { removalReason } from '#lib/classroom/api.ts'
import { locks } from '#lib/classroom/policy.ts'
import { role } from '#lib/identity/api.ts'
import { admission, classMode, seatKind, sessionStatus } from '#lib/sessions/api.ts'
import { helps } from '#lib/sessions/policy.ts'

/**
 * What the trail keeps of a thing before or after a change: ids, times and states. Free text about people and
 * secrets have no place in it.
 */
export const auditFacts = z
  .object({
    status: sessionStatus,
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    trainerId: z.uuid(),
    locationId: z.uuid(),
    capacity: z.int(),
    roomCapacity: z.int(),
    titleChanged: z.boolean(),
    studentIds: z.array(z.uuid()),
    userId: z.uuid(),
    role,
    disabled: z.boolean(),
    nameChanged: z.boolean(),
    mode: classMode,
    timeZone: z.string(),
    place: seatKind,
    shortTitleChanged: z.boolean(),
    studentsMaySwitch: z.boolean(),
    switchUntilMinutes: z.int(),
    archived: z.boolean(),
    admission,
    why: removalReason,
    locks: z.array(z.enum(locks)),
    helps: z.array(z.enum(helps)),
  })
  .partial()
export type AuditFacts = z.infer<typeof auditFacts>

/** Facts that are people, by their ids. */
const people = ['trainerId', 'studentIds', 'userId'] as const satisfies (keyof AuditFacts)[]

/** The ids of the people whom facts speak of. */
export function peopleIn(facts: AuditFacts): string[] {
  return people.flatMap((fact) => facts[fact] ?? [])
}
