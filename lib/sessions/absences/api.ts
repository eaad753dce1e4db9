import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { instant, sentInstant, text } from '#lib/kernel/fields.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { recipients, recordedChange } from '#lib/sessions/recorded-change.ts'

const span = z.object({ trainerId: userId, from: instant, to: instant })

export const absence = z
  .object({
    id: z.uuid(),
    trainer: z.object({ id: userId, name: z.string() }),
    from: sentInstant,
    to: sentInstant,
  })
  .meta({ id: 'Absence' })

/** A possible substitute trainer; lists start with the most suitable. */
export const substitute = z.object({
  id: userId,
  name: z.string(),
  taught: z.int().meta({ description: 'Number of sessions of this class that they have taught' }),
})
export type Substitute = z.infer<typeof substitute>

const affectedSession = z.object({
  id: sessionId,
  title: z.string(),
  classTitle: z.string(),
  status: z.enum(['scheduled', 'in_progress']),
  startsAt: sentInstant,
  endsAt: sentInstant,
  seatsTaken: z.int(),
  revision: z.int(),
  substitutes: z.array(substitute).meta({ description: 'Trainers who are free then and not absent' }),
})

const absencePreview = z.object({ sessions: z.array(affectedSession), recipients })
export type AbsencePreview = z.input<typeof absencePreview>

export const previewAbsenceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/absences/preview',
  access: 'signed-in',
  summary: "A trainer's sessions in a span, with free substitutes for each, and the recipients of a change",
  query: span,
  data: absencePreview,
  message: 'Preview',
})

/** A session goes to another trainer or is cancelled; sessions that are not named stay. */
const handover = z.union([
  z.object({ sessionId, trainerId: userId }),
  z.object({
    sessionId,
    cancel: text(MAX_LENGTH.cancelReason).meta({ description: 'The reason shown to people' }),
  }),
])
export type Handover = z.infer<typeof handover>

const recordedAbsence = absence.extend({ change: recordedChange.nullable() })
export type RecordedAbsence = z.input<typeof recordedAbsence>

export const recordAbsenceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/absences',
  access: 'signed-in',
  summary: 'Record a trainer’s absence and hand over or cancel their sessions, all or nothing',
  body: span.extend({ handovers: z.array(handover).max(200).default([]) }),
  data: recordedAbsence,
  message: 'Absence recorded',
  status: 201,
})

export const listAbsencesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/absences',
  access: 'signed-in',
  summary: 'Absences in a span',
  query: z.object({ from: instant, to: instant, trainerId: userId.optional() }),
  data: z.object({ items: z.array(absence) }),
  message: 'Absences',
})

export const endAbsenceEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/absences/{absenceId}',
  access: 'signed-in',
  summary: 'End or withdraw an absence; sessions stay with their current trainers. Idempotent',
  params: z.object({ absenceId: z.uuid() }),
  data: z.object({}),
  message: 'Absence ended',
})
