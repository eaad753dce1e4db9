import { z } from 'zod'
import {
  admissions,
  assistantPermissions,
  classModes,
  locks,
  removalReasons,
  roles,
  seatKinds,
  sessionStatuses,
} from '#lib/kernel/enums.ts'

/**
 * The audit record of a subject before or after a change: ids, times and states. It must not contain free text about
 * people, or secrets.
 */
export const auditFacts = z
  .object({
    status: z.enum(sessionStatuses),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    trainerId: z.uuid(),
    locationId: z.uuid(),
    capacity: z.int(),
    inPersonCapacity: z.int(),
    titleChanged: z.boolean(),
    studentIds: z.array(z.uuid()),
    userId: z.uuid(),
    role: z.enum(roles),
    disabled: z.boolean(),
    nameChanged: z.boolean(),
    mode: z.enum(classModes),
    timeZone: z.string(),
    seatKind: z.enum(seatKinds),
    shortTitleChanged: z.boolean(),
    studentsMaySwitch: z.boolean(),
    switchUntilMinutes: z.int(),
    archived: z.boolean(),
    admission: z.enum(admissions),
    why: z.enum(removalReasons),
    locks: z.array(z.enum(locks)),
    assistantPermissions: z.array(z.enum(assistantPermissions)),
  })
  .partial()
export type AuditFacts = z.infer<typeof auditFacts>

/** Facts whose values are user ids. */
const people = ['trainerId', 'studentIds', 'userId'] as const satisfies (keyof AuditFacts)[]

/** The user ids in facts. */
export function peopleIn(facts: AuditFacts): string[] {
  return people.flatMap((fact) => facts[fact] ?? [])
}
