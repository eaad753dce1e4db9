import { z } from 'zod'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { instant, sentInstant } from '#lib/kernel/fields.ts'
import { classId, userId } from '#lib/kernel/ids.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'

export const auditAction = z.enum([
  'password-changed',
  'user-created',
  'user-changed',
  'class-created',
  'students-enrolled',
  'students-created',
  'session-created',
  'session-changed',
  'session-cancelled',
  'change-undone',
  'absence-recorded',
  'absence-ended',
  'session-started',
  'session-ended',
  'start-refused',
  'students-seated',
  'students-unseated',
  'participant-removed',
  'participant-let-in',
  'feed-revoked',
  'place-given',
  'microphones-muted',
  'cameras-stopped',
  'screens-stopped',
  'hands-lowered',
  'word-given',
  'word-taken-back',
  'locks-changed',
  'spotlight-set',
  'assistant-changed',
  'students-admitted',
  'hall-paired',
  'hall-unpaired',
  'hall-muted',
  'students-nudged',
  'message-removed',
  'chat-reviewed',
  'seat-switched',
  'taken-out-of-line',
  'students-unenrolled',
  'enrolment-changed',
  'class-changed',
  'location-created',
  'location-changed',
  'user-invited',
  'invitation-taken-back',
  'invitation-accepted',
  'password-reset-sent',
  'reset-link-seen',
  'user-erased',
])
export type AuditAction = z.infer<typeof auditAction>

export const auditSubject = z.enum(['user', 'class', 'session', 'location'])
export type AuditSubject = z.infer<typeof auditSubject>

const person = z.object({ id: z.uuid(), name: z.string() })

/** A fact's value; people come with their names, as they are called now. */
const auditValue = z.union([z.string(), z.number(), z.boolean(), z.array(person), z.array(z.string())])
export type AuditValue = z.infer<typeof auditValue>

const auditChange = z.object({
  fact: z.string().meta({ description: 'What changed, such as `startsAt`' }),
  before: auditValue.nullable(),
  after: auditValue.nullable(),
})
export type AuditChange = z.infer<typeof auditChange>

/** Who did what to which thing, with what was and what is now. */
export const auditEvent = z
  .object({
    id: z.uuid(),
    at: sentInstant,
    actor: person.nullable().meta({ description: 'null where it happened by itself' }),
    action: auditAction,
    subject: z.object({
      kind: auditSubject,
      id: z.uuid(),
      name: z.string().nullable().meta({ description: "A person's name or a class's title" }),
      startsAt: sentInstant.nullable().meta({ description: "A session's start" }),
    }),
    changes: z.array(auditChange),
  })
  .meta({ id: 'AuditEvent' })
export type AuditEvent = z.infer<typeof auditEvent>

const filters = z.object({
  from: instant.optional().meta({ description: 'Not before this instant' }),
  to: instant.optional().meta({ description: 'Before this instant' }),
  actorId: userId.optional().meta({ description: 'Who did it' }),
  subject: auditSubject.optional(),
  subjectId: z.uuid().optional(),
  classId: classId.optional().meta({ description: 'The class itself and its sessions' }),
})

export const listAuditEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/audit',
  access: 'signed-in',
  summary: 'Who did what, the latest first',
  query: pageQuery.extend(filters.shape),
  data: page(auditEvent),
  message: 'Audit trail',
})

export const exportAuditEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/admin/audit.csv',
  access: 'signed-in',
  summary: 'The same as a CSV file, whole',
  query: filters,
  file: 'text/csv',
  fileName: 'audit-trail.csv',
})
