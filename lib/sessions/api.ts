import { z } from 'zod'
import { classId } from '#lib/classes/ids.ts'
import { defineEndpoint, defineFileEndpoint } from '#lib/http/endpoint.ts'
import { type FieldFault, instant, sentInstant, text } from '#lib/http/fields.ts'
import { page, pageQuery } from '#lib/http/page.ts'
import { userId } from '#lib/identity/ids.ts'
import { sessionId } from './ids.ts'

export const sessionStatus = z.enum(['scheduled', 'in_progress', 'completed', 'cancelled'])
export const sessionType = z.enum(['online', 'offline'])
export const classMode = z.enum(['ONLINE', 'OFFLINE', 'HYBRID'])
export const capacity = z
  .int('notACapacity' satisfies FieldFault)
  .min(1, 'notACapacity' satisfies FieldFault)
  .max(1000, 'notACapacity' satisfies FieldFault)

export const abilities = z
  .object({
    canJoin: z.boolean(),
    canStart: z.boolean(),
    canEnd: z.boolean(),
    canModerate: z.boolean(),
    canChange: z.boolean(),
  })
  .meta({ id: 'Abilities', description: 'What you may do with it now' })

export const joinRefusalReason = z.enum(['not-yours', 'removed', 'cancelled', 'completed', 'not-started'])

/** A class session as clients see it (contract.md, "Everywhere"). */
export const classSession = z
  .object({
    id: sessionId,
    classId,
    title: z.string().meta({ description: "The session's own title, or its class's" }),
    classTitle: z.string(),
    mode: classMode,
    sessionType,
    status: sessionStatus,
    startsAt: sentInstant,
    endsAt: sentInstant,
    timeZone: z.string().meta({ description: "The class's IANA zone" }),
    trainer: z.object({ id: userId, name: z.string() }),
    capacity: z.int().meta({ description: 'Places online' }),
    seatsTaken: z.int(),
    startedAt: sentInstant.nullable(),
    endedAt: sentInstant.nullable().meta({ description: 'When it was completed or cancelled' }),
    cancelReason: z.string().nullable(),
    abilities,
    joinRefusal: joinRefusalReason.optional().meta({ description: 'Why you cannot join now' }),
  })
  .meta({ id: 'ClassSession' })
export type ClassSession = z.infer<typeof classSession>

const seatHolder = z.object({ id: userId, name: z.string(), inside: z.boolean(), removed: z.boolean() })

/** One session with its place in the class's row of sessions and, for who leads or plans it, its people. */
export const sessionDetail = classSession
  .extend({
    number: z.int().meta({ description: 'Its number among the sessions of its class, from 1' }),
    numberOf: z.int(),
    trainerInside: z.boolean(),
    seats: z.array(seatHolder).nullable().meta({ description: 'null for students' }),
  })
  .meta({ id: 'SessionDetail' })
export type SessionDetail = z.infer<typeof sessionDetail>

const byId = z.object({ sessionId })

const sessionFilters = z.object({
  from: instant.optional().meta({ description: 'Sessions that end after this instant' }),
  to: instant.optional().meta({ description: 'Sessions that start before this instant' }),
  trainerId: userId.optional(),
  classId: classId.optional(),
  mode: classMode.optional().meta({ description: 'Sessions of classes of this mode' }),
  status: sessionStatus.optional(),
})

export const listSessionsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/sessions',
  access: 'signed-in',
  summary: "One's own sessions by start; all of them for an admin",
  query: pageQuery.extend(sessionFilters.shape),
  data: page(classSession),
  message: 'Sessions',
})

export const exportSessionsEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/sessions.csv',
  access: 'signed-in',
  summary: 'The same sessions as a CSV file',
  query: sessionFilters,
  file: 'text/csv',
  fileName: 'sessions.csv',
})

export const findSessionEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/sessions/{sessionId}',
  access: 'signed-in',
  summary: 'One session',
  params: byId,
  data: sessionDetail,
  message: 'Session',
})

export const startSessionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/start',
  access: 'signed-in',
  summary: 'Start it; again changes nothing',
  params: byId,
  data: classSession,
  message: 'Session started',
})

export const endSessionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/end',
  access: 'signed-in',
  summary: 'End it for all; again changes nothing',
  params: byId,
  data: classSession,
  message: 'Session ended',
})

const plan = z.object({
  title: text(160).nullish(),
  sessionType,
  trainerId: userId,
  startsAt: instant,
  endsAt: instant,
  capacity: capacity.optional().meta({ description: "The class's where it is left out" }),
})
const overlap = z.object({
  allowOverlap: z
    .boolean()
    .default(false)
    .meta({ description: 'Seat students who have another session then' }),
})

export const createSessionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/sessions',
  access: 'signed-in',
  summary: "Plan a session; the class's enrolled students get seats",
  body: plan.extend({ classId }).extend(overlap.shape),
  data: classSession,
  message: 'Session created',
  status: 201,
})

export const changeSessionEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/v1/admin/sessions/{sessionId}',
  access: 'signed-in',
  summary: 'Move it, give it to another trainer, or change title or capacity',
  params: byId,
  body: plan.omit({ sessionType: true }).partial().extend(overlap.shape),
  data: classSession,
  message: 'Session changed',
})

export const cancelSessionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/sessions/{sessionId}/cancel',
  access: 'signed-in',
  summary: 'Cancel it; whoever is inside is told and put out',
  params: byId,
  body: z.object({ reason: text(500) }),
  data: classSession,
  message: 'Session cancelled',
})

const students = z.object({ studentIds: z.array(userId).min(1).max(1000) })

export const seatStudentsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/sessions/{sessionId}/seats',
  access: 'signed-in',
  summary: 'Give students a seat; no enrolment is needed',
  params: byId,
  body: students.extend(overlap.shape),
  data: classSession,
  message: 'Students seated',
})

export const unseatStudentsEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/sessions/{sessionId}/seats',
  access: 'signed-in',
  summary: 'Take seats back; who is inside is put out',
  params: byId,
  body: students,
  data: classSession,
  message: 'Seats freed',
})
