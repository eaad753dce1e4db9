import { z } from 'zod'
import { checkSummary } from '#lib/device-check/api.ts'
import { ifRevision, revision } from '#lib/edit-conflicts/revision.ts'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import {
  admissions,
  classModes,
  joinRefusals,
  removalReasons,
  seatKinds,
  sessionStatuses,
  sessionTypes,
} from '#lib/kernel/enums.ts'
import { type FieldFault, instant, rawText, sentInstant, singleLine, text } from '#lib/kernel/fields.ts'
import { classId, locationId, sessionId, userId } from '#lib/kernel/ids.ts'
import { MAX_NUMBER } from '#lib/kernel/number-limits.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { recipients, recordedChange } from './recorded-change.ts'

export const sessionStatus = z.enum(sessionStatuses)
export const sessionType = z.enum(sessionTypes)
export const classMode = z.enum(classModes)
/** How a student attends. */
export const seatKind = z.enum(seatKinds)
export const capacity = z
  .int('notACapacity' satisfies FieldFault)
  .min(1, 'notACapacity' satisfies FieldFault)
  .max(MAX_NUMBER.capacity, 'notACapacity' satisfies FieldFault)

export const inPersonCapacity = z
  .int('notACapacity' satisfies FieldFault)
  .min(0, 'notACapacity' satisfies FieldFault)
  .max(MAX_NUMBER.capacity, 'notACapacity' satisfies FieldFault)

/** A session that conflicts with a planned one, or blocks a removal. */
export const collision = z
  .object({
    kind: z.enum(['trainer', 'location', 'student', 'session']),
    sessionId: z.uuid(),
    title: z.string(),
    startsAt: sentInstant,
    endsAt: sentInstant,
    people: z.array(z.object({ id: z.uuid(), name: z.string() })),
    plannedAt: sentInstant.optional().meta({ description: 'Start of the planned session that collides' }),
  })
  .meta({ id: 'Collision' })

export const abilities = z
  .object({
    canJoin: z.boolean(),
    canStart: z.boolean(),
    canEnd: z.boolean(),
    canModerate: z.boolean(),
    canAdmit: z.boolean(),
    canManageHands: z.boolean(),
    canMute: z.boolean(),
    canLock: z.boolean(),
    canRemoveMessages: z.boolean(),
    canChange: z.boolean(),
    canSwitchSeat: z
      .boolean()
      .meta({ description: 'Switch seats between online and in person; students only their own' }),
  })
  .meta({ id: 'Abilities', description: 'What you may do with the session now' })

export const joinRefusalReason = z.enum(joinRefusals)

/** How students are admitted to a room. */
export const admission = z.enum(admissions).meta({
  description:
    'supervised: students take part once a trainer is inside; lobby: the trainer admits them one by one; open: at once',
})

/** A class session as clients see it (docs/contract.md, "Everywhere"). */
export const classSession = z
  .object({
    id: sessionId,
    classId,
    title: z.string().meta({ description: "The session's own title, or its class's" }),
    classTitle: z.string(),
    classShortTitle: z.string().nullable().meta({ description: 'For narrow layouts' }),
    mode: classMode,
    sessionType,
    status: sessionStatus,
    startsAt: sentInstant,
    endsAt: sentInstant,
    timeZone: z.string().meta({ description: "The class's IANA zone" }),
    trainer: z.object({ id: userId, name: z.string() }),
    admission,
    capacity: z.int().meta({ description: 'Online seats' }),
    seatsTaken: z.int().meta({ description: 'Online seats taken' }),
    inPersonCapacity: z.int().meta({ description: 'In-person seats' }),
    inPersonSeatsTaken: z.int(),
    location: z.object({ id: locationId, name: z.string() }).nullable(),
    seat: z
      .object({
        kind: seatKind,
        waitlistedFor: seatKind.nullable().meta({ description: 'The kind that you are waitlisted for' }),
        switchUntil: sentInstant.meta({ description: 'Deadline for switching the seat' }),
      })
      .nullable()
      .meta({ description: 'Your own seat' }),
    startedAt: sentInstant.nullable(),
    endedAt: sentInstant.nullable().meta({ description: 'When it was completed or cancelled' }),
    cancelReason: z.string().nullable(),
    revision,
    seriesId: z.uuid().nullable().meta({ description: 'The series that it was planned in' }),
    abilities,
    joinRefusal: joinRefusalReason.optional().meta({ description: 'Why you cannot join now' }),
  })
  .meta({ id: 'ClassSession' })
export type ClassSession = z.infer<typeof classSession>

const seatHolder = z.object({
  id: userId,
  name: z.string().meta({ description: 'Students of a class with the same name are numbered' }),
  email: z.string().nullable().meta({
    description: 'For staff, if another student of the class has the same name',
  }),
  kind: seatKind,
  inside: z.boolean(),
  removed: z.boolean(),
  state: z.enum(['expected', 'in_lobby', 'online', 'in_person', 'away', 'left']).meta({
    description:
      'in_lobby: waits to be admitted; away: left less than 2 minutes ago; in_person: attends in the building',
  }),
  lastCheck: checkSummary.nullable().optional().meta({
    description:
      'The last device check, null if there was none; only for its trainer and admins, while the session is not over',
  }),
})
export type SeatState = z.infer<typeof seatHolder>['state']

/** A student on the waitlist of a session. */
export const waitlistEntry = z
  .object({
    id: userId,
    name: z.string(),
    kind: seatKind.meta({ description: 'The kind that they are waitlisted for' }),
    seat: seatKind.nullable().meta({ description: 'The seat that they hold meanwhile' }),
    since: sentInstant,
  })
  .meta({ id: 'WaitlistEntry' })
export type WaitlistEntry = z.infer<typeof waitlistEntry>

/** A session whose waitlist the user is on without a seat in it. */
export const ownWaitlistEntry = z
  .object({
    sessionId,
    classTitle: z.string(),
    startsAt: sentInstant,
    endsAt: sentInstant,
    kind: seatKind.meta({ description: 'The kind that you are waitlisted for' }),
    position: z.int().meta({ description: 'Your position on the waitlist for it, from 1' }),
  })
  .meta({ id: 'OwnWaitlistEntry' })
export type OwnWaitlistEntry = z.infer<typeof ownWaitlistEntry>

/** One session with its number in its class and, for users who moderate or plan it, its people. */
export const sessionDetail = classSession
  .extend({
    number: z.int().meta({ description: 'Its number among the sessions of its class, from 1' }),
    sessionCount: z.int(),
    trainerInside: z.boolean(),
    removal: z
      .object({ why: z.enum(removalReasons), reason: z.string().nullable() })
      .nullable()
      .meta({ description: 'Why you were removed from its room' }),
    seats: z.array(seatHolder).nullable().meta({ description: 'null for students, unless they may admit' }),
    waitlist: z.array(waitlistEntry).nullable().meta({
      description: 'The first 100 on the waitlist, in order; null for students, and once the session is over',
    }),
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
  summary: 'Your sessions by start; for admins all sessions',
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
  summary: 'Start a session. Idempotent',
  params: byId,
  data: classSession,
  message: 'Session started',
})

export const endSessionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/end',
  access: 'signed-in',
  summary: 'End a session for everyone. Idempotent',
  params: byId,
  data: classSession,
  message: 'Session ended',
})

const plan = z.object({
  title: singleLine(MAX_LENGTH.title).nullish(),
  sessionType,
  trainerId: userId,
  startsAt: instant,
  endsAt: instant,
  capacity: capacity.optional().meta({ description: "Defaults to the class's" }),
  inPersonCapacity: inPersonCapacity.optional().meta({ description: "Defaults to the class's" }),
  locationId: z.uuid().nullish().meta({ description: "Defaults to the class's" }),
})
const overlap = z.object({
  allowOverlap: z
    .boolean()
    .default(false)
    .meta({ description: 'Seat students even if they have another session then' }),
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

export const changeScope = z.enum(['this', 'following', 'all']).meta({
  description: 'This session, it and the following ones of its series, or all future ones of its series',
})
export type ChangeScope = z.infer<typeof changeScope>

/** The meaning of a wall time that clocks skip or show twice; `skip`: no session then. */
export const clockChoice = z.object({
  wall: rawText(30),
  meant: z.enum(['earlier', 'later', 'skip']),
})

const ofSeries = z.object({
  scope: changeScope.optional(),
  leaveOut: z
    .array(sessionId)
    .max(500)
    .optional()
    .meta({ description: 'Sessions of the series that stay unchanged' }),
})

const sessionChange = plan
  .omit({ sessionType: true })
  .partial()
  .extend(ofSeries.shape)
  .extend({
    choices: z.array(clockChoice).max(500).optional(),
  })

const changedSession = classSession.extend({
  change: recordedChange.nullable().meta({ description: 'null if nothing changed' }),
})

export const changeSessionEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/v1/admin/sessions/{sessionId}',
  access: 'signed-in',
  summary:
    'Move a session, replace its trainer, or change its location, title or capacity; optionally in its series too',
  params: byId,
  body: sessionChange.extend(overlap.shape).extend({ ifRevision }),
  data: changedSession,
  message: 'Session changed',
})

export const clockQuestion = z.object({
  wall: z.string(),
  kind: z.enum(['skipped', 'twice']),
  earlier: sentInstant,
  later: sentInstant,
})

export const previewChangeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/sessions/{sessionId}/preview',
  access: 'signed-in',
  summary: 'Preview a change or cancellation: affected sessions, recipients and collisions. Changes nothing',
  params: byId,
  body: sessionChange.extend({ cancels: z.boolean().optional() }),
  data: z.object({
    sessions: z.array(z.object({ id: sessionId, startsAt: sentInstant, endsAt: sentInstant })),
    recipients,
    collisions: z.array(collision),
    questions: z.array(clockQuestion),
  }),
  message: 'Preview',
})

export const cancelSessionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/sessions/{sessionId}/cancel',
  access: 'signed-in',
  summary: 'Cancel a session; participants are notified and removed from the room',
  params: byId,
  body: z.object({ reason: text(MAX_LENGTH.cancelReason) }).extend(ofSeries.shape),
  data: changedSession,
  message: 'Session cancelled',
})

const whenFull = z.enum(['refuse', 'waitlist']).meta({
  description: 'If no seat is free: refuse the request (default), or add the student to the waitlist',
})

const students = z.object({ studentIds: z.array(userId).min(1).max(1000) })

export const seatStudentsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/sessions/{sessionId}/seats',
  access: 'signed-in',
  summary: 'Give students a seat; enrolment is not required',
  params: byId,
  body: students.extend(overlap.shape).extend({
    kind: seatKind.optional().meta({ description: 'Defaults to their usual kind in this class' }),
    whenFull: whenFull.optional(),
  }),
  data: classSession,
  message: 'Students seated',
})

export const unseatStudentsEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/sessions/{sessionId}/seats',
  access: 'signed-in',
  summary: 'Remove seats and waitlist entries; the students are removed from the room',
  params: byId,
  body: students,
  data: classSession,
  message: 'Seats removed',
})

export const switchSeatEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/seats/{studentId}/switch',
  access: 'signed-in',
  summary: "Switch a student's seat between online and in person",
  params: byId.extend({ studentId: userId }),
  body: z.object({ kind: seatKind, whenFull: whenFull.optional() }),
  data: classSession,
  message: 'Seat switched',
})

export const exportSeatsEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/sessions/{sessionId}/seats.csv',
  access: 'signed-in',
  summary:
    'The seats as a CSV file; for users who moderate or plan the session also the first 100 on the waitlist',
  params: byId,
  file: 'text/csv',
  fileName: 'seats.csv',
})

export const listOwnWaitlistEntriesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/waitlist',
  access: 'signed-in',
  summary: 'Sessions whose waitlist you are on without a seat, by start, 50 at most',
  data: z.object({ items: z.array(ownWaitlistEntry) }),
  message: 'Your waitlists',
})

export const leaveWaitlistEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/waitlist/{sessionId}',
  access: 'signed-in',
  summary: "Leave a session's waitlist; your seat stays. Idempotent",
  params: byId,
  data: z.object({ left: z.boolean().meta({ description: 'Whether you were on it' }) }),
  message: 'Left the waitlist',
})

export const listWaitlistEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/sessions/{sessionId}/waitlist',
  access: 'signed-in',
  summary: 'The waitlist of a session, in order',
  params: byId,
  query: pageQuery,
  data: page(waitlistEntry),
  message: 'Waitlist',
})

export const removeFromWaitlistEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/sessions/{sessionId}/waitlist',
  access: 'signed-in',
  summary: 'Remove students from the waitlist; their seats stay',
  params: byId,
  body: students,
  data: z.object({ left: z.int().meta({ description: 'How many were on the waitlist' }) }),
  message: 'Removed from the waitlist',
})
