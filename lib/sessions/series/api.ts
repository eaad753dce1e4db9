import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { day, type FieldFault, rawText, sentInstant, singleLine, wallClock } from '#lib/kernel/fields.ts'
import { classId, sessionId, userId } from '#lib/kernel/ids.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import {
  capacity,
  clockChoice,
  clockQuestion,
  collision,
  inPersonCapacity,
  sessionType,
} from '#lib/sessions/api.ts'
import { LONGEST_SESSION_MINUTES } from '#lib/sessions/policy.ts'
import { recipients } from '#lib/sessions/recorded-change.ts'

const days = z.array(day).max(500).default([])

/** The plan of a series, in wall times of its class's zone. */
export const seriesPlan = z.object({
  classId,
  title: singleLine(MAX_LENGTH.title).nullish(),
  sessionType,
  trainerId: userId,
  rule: rawText(MAX_LENGTH.recurrenceRule).meta({
    description:
      'RFC 5545, with an end: FREQ=WEEKLY;BYDAY=TU,TH;COUNT=24. BYMONTHDAY=31 skips shorter months; BYMONTHDAY=-1 is the last day of each',
  }),
  firstDate: day,
  time: wallClock.meta({ description: "Wall time in the class's zone, such as 18:00" }),
  minutes: z
    .int('notALength' satisfies FieldFault)
    .min(1, 'notALength' satisfies FieldFault)
    .max(LONGEST_SESSION_MINUTES, 'notALength' satisfies FieldFault),
  capacity: capacity.optional().meta({ description: "Defaults to the class's" }),
  inPersonCapacity: inPersonCapacity.optional(),
  locationId: z.uuid().nullish(),
  leaveOut: days.meta({ description: 'Dates of the rule without a session' }),
  add: days.meta({ description: 'Dates in addition to those of the rule' }),
  leaveOutHolidays: z.boolean().default(true),
  choices: z.array(clockChoice).max(500).default([]),
  substitutes: z
    .array(z.object({ date: day, trainerId: userId }))
    .max(500)
    .default([])
    .meta({ description: 'Substitute trainers on single dates' }),
})
export type SeriesPlan = z.output<typeof seriesPlan>

const plannedDate = z.object({
  date: z.string(),
  state: z.enum(['planned', 'skipped', 'holiday', 'question']),
  startsAt: sentInstant.nullable(),
  endsAt: sentInstant.nullable(),
  holiday: z.string().nullable(),
  question: clockQuestion.nullable(),
  trainerId: userId,
  collisions: z.array(collision),
})
export type SeriesDate = z.input<typeof plannedDate>

export const seriesPreview = z.object({
  timeZone: z.string(),
  skippedMonths: z
    .array(z.string())
    .meta({ description: 'Months without a date, such as 2027-09 if the rule is for the 31st' }),
  dates: z.array(plannedDate),
  recipients,
})
export type SeriesPreview = z.input<typeof seriesPreview>

export const previewSeriesEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/series/preview',
  access: 'signed-in',
  summary: 'Preview the dates of a series, their collisions and unresolved wall times. Plans nothing',
  body: seriesPlan,
  data: seriesPreview,
  message: 'Preview',
})

export const createSeriesEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/series',
  access: 'signed-in',
  summary: "Plan a series, all of its sessions or none; the class's students get seats",
  body: seriesPlan.extend({ allowOverlap: z.boolean().default(false) }),
  data: z.object({ id: z.uuid(), classId, sessionIds: z.array(sessionId) }),
  message: 'Series planned',
  status: 201,
})
