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

/** Somebody who could teach instead, the most fitting first. */
export const substitute = z.object({
  id: userId,
  name: z.string(),
  taught: z.int().meta({ description: 'How many sessions of this class they have taught' }),
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
  substitutes: z.array(substitute).meta({ description: 'Trainers who are free then and not away' }),
})

const absencePreview = z.object({ sessions: z.array(affectedSession), recipients })
export type AbsencePreview = z.input<typeof absencePreview>

export const previewAbsenceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/absences/preview',
  access: 'signed-in',
  summary: "A trainer's sessions in a span with who is free to teach each, and whom a change tells",
  query: span,
  data: absencePreview,
  message: 'Preview',
})

/** Each session goes to somebody else, is cancelled, or stays as it is where it is not named. */
const handover = z.union([
  z.object({ sessionId, trainerId: userId }),
  z.object({
    sessionId,
    cancel: text(MAX_LENGTH.cancelReason).meta({ description: 'The reason that people read' }),
  }),
])
export type Handover = z.infer<typeof handover>

const recordedAbsence = absence.extend({ change: recordedChange.nullable() })
export type RecordedAbsence = z.input<typeof recordedAbsence>

export const recordAbsenceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/absences',
  access: 'signed-in',
  summary: 'Say that a trainer is away, and give their sessions to others or cancel them, all or nothing',
  body: span.extend({ handovers: z.array(handover).max(200).default([]) }),
  data: recordedAbsence,
  message: 'Absence recorded',
  status: 201,
})

export const listAbsencesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/absences',
  access: 'signed-in',
  summary: 'Who is away in a span',
  query: z.object({ from: instant, to: instant, trainerId: userId.optional() }),
  data: z.object({ items: z.array(absence) }),
  message: 'Absences',
})

export const endAbsenceEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/absences/{absenceId}',
  access: 'signed-in',
  summary:
    'Say that a trainer is back, or was never away; sessions stay where they are. Again changes nothing',
  params: z.object({ absenceId: z.uuid() }),
  data: z.object({}),
  message: 'Absence ended',
})
