import { z } from 'zod'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { instant, sentInstant } from '#lib/kernel/fields.ts'
import { classId, userId } from '#lib/kernel/ids.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'

export const auditAction = z.enum([
  'password_changed',
  'user_created',
  'user_changed',
  'class_created',
  'students_enrolled',
  'students_created',
  'session_created',
  'session_changed',
  'session_cancelled',
  'change_undone',
  'absence_recorded',
  'absence_ended',
  'session_started',
  'session_ended',
  'start_refused',
  'students_seated',
  'students_unseated',
  'participant_removed',
  'participant_readmitted',
  'feed_revoked',
  'seat_given',
  'microphones_muted',
  'cameras_stopped',
  'screens_stopped',
  'hands_lowered',
  'floor_granted',
  'floor_taken_back',
  'locks_changed',
  'spotlight_set',
  'assistant_changed',
  'students_admitted',
  'room_display_paired',
  'room_display_unpaired',
  'room_display_muted',
  'students_reminded',
  'message_removed',
  'chat_reviewed',
  'seat_switched',
  'waitlist_entry_removed',
  'students_unenrolled',
  'enrolment_changed',
  'class_changed',
  'location_created',
  'location_changed',
  'user_invited',
  'invitation_revoked',
  'invitation_accepted',
  'password_reset_sent',
  'reset_link_viewed',
  'user_erased',
])
export type AuditAction = z.infer<typeof auditAction>

export const auditSubject = z.enum(['user', 'class', 'session', 'location'])
export type AuditSubject = z.infer<typeof auditSubject>

const person = z.object({ id: z.uuid(), name: z.string() })

/** A fact's value. People are given with their current names. */
const auditValue = z.union([z.string(), z.number(), z.boolean(), z.array(person), z.array(z.string())])
export type AuditValue = z.infer<typeof auditValue>

const auditChange = z.object({
  fact: z.string().meta({ description: 'What changed, such as `startsAt`' }),
  before: auditValue.nullable(),
  after: auditValue.nullable(),
})
export type AuditChange = z.infer<typeof auditChange>

/** One entry of the audit trail: actor, action, subject, and the values before and after. */
export const auditEvent = z
  .object({
    id: z.uuid(),
    at: sentInstant,
    actor: person.nullable().meta({ description: 'null if the system acted' }),
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
  actorId: userId.optional().meta({ description: 'Only actions of this person' }),
  subject: auditSubject.optional(),
  subjectId: z.uuid().optional(),
  classId: classId.optional().meta({ description: 'Only events of this class and its sessions' }),
})

export const listAuditEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/audit',
  access: 'signed-in',
  summary: 'The audit trail, newest first',
  query: pageQuery.extend(filters.shape),
  data: page(auditEvent),
  message: 'Audit trail',
})

export const exportAuditEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/admin/audit.csv',
  access: 'signed-in',
  summary: 'The complete audit trail as a CSV file',
  query: filters,
  file: 'text/csv',
  fileName: 'audit-trail.csv',
})
