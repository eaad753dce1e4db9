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
import { page, pageQuery } from '#lib/kernel/page.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { recipients, recordedChange } from './recorded-change.ts'

export const sessionStatus = z.enum(sessionStatuses)
export const sessionType = z.enum(sessionTypes)
export const classMode = z.enum(classModes)
/** Where a student sits. */
export const seatKind = z.enum(seatKinds)
export const capacity = z
  .int('notACapacity' satisfies FieldFault)
  .min(1, 'notACapacity' satisfies FieldFault)
  .max(1000, 'notACapacity' satisfies FieldFault)

export const inPersonCapacity = z
  .int('notACapacity' satisfies FieldFault)
  .min(0, 'notACapacity' satisfies FieldFault)
  .max(1000, 'notACapacity' satisfies FieldFault)

/** Another session that stands in the way. */
export const collision = z
  .object({
    kind: z.enum(['trainer', 'location', 'student', 'session']),
    sessionId: z.uuid(),
    title: z.string(),
    startsAt: sentInstant,
    endsAt: sentInstant,
    people: z.array(z.object({ id: z.uuid(), name: z.string() })),
    plannedAt: sentInstant.optional().meta({ description: 'The start of what cannot be then' }),
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
      .meta({ description: "Switch seats between online and the room; a student one's own" }),
  })
  .meta({ id: 'Abilities', description: 'What you may do with it now' })

export const joinRefusalReason = z.enum(joinRefusals)

/** How students come into a room. */
export const admission = z.enum(admissions).meta({
  description:
    'supervised: nobody takes part before a trainer is inside; word: the trainer lets in one by one; open: at once',
})

/** A class session as clients see it (docs/contract.md, "Everywhere"). */
export const classSession = z
  .object({
    id: sessionId,
    classId,
    title: z.string().meta({ description: "The session's own title, or its class's" }),
    classTitle: z.string(),
    classShortTitle: z.string().nullable().meta({ description: 'For tight places' }),
    mode: classMode,
    sessionType,
    status: sessionStatus,
    startsAt: sentInstant,
    endsAt: sentInstant,
    timeZone: z.string().meta({ description: "The class's IANA zone" }),
    trainer: z.object({ id: userId, name: z.string() }),
    admission,
    capacity: z.int().meta({ description: 'Places online' }),
    seatsTaken: z.int().meta({ description: 'How many of them are taken' }),
    inPersonCapacity: z.int().meta({ description: 'Places in the room' }),
    inPersonSeatsTaken: z.int(),
    location: z.object({ id: locationId, name: z.string() }).nullable(),
    seat: z
      .object({
        kind: seatKind,
        waitlistedFor: seatKind.nullable().meta({ description: 'The kind for which you are in line' }),
        switchUntil: sentInstant.meta({ description: 'Until when it may be switched' }),
      })
      .nullable()
      .meta({ description: 'Your own seat' }),
    startedAt: sentInstant.nullable(),
    endedAt: sentInstant.nullable().meta({ description: 'When it was completed or cancelled' }),
    cancelReason: z.string().nullable(),
    revision,
    seriesId: z.uuid().nullable().meta({ description: 'The series that it was planned with' }),
    abilities,
    joinRefusal: joinRefusalReason.optional().meta({ description: 'Why you cannot join now' }),
  })
  .meta({ id: 'ClassSession' })
export type ClassSession = z.infer<typeof classSession>

const seatHolder = z.object({
  id: userId,
  name: z.string().meta({ description: 'Students of a class with the same name are numbered' }),
  email: z.string().nullable().meta({
    description: 'For staff, where another student of the class has the same name',
  }),
  kind: seatKind,
  inside: z.boolean(),
  removed: z.boolean(),
  state: z
    .enum(['expected', 'in_lobby', 'online', 'in_person', 'away', 'left'])
    .meta({ description: 'waiting: to be let in; away: left a moment ago; room: sits in the room' }),
  lastCheck: checkSummary.nullable().optional().meta({
    description:
      'The last device check, null where there was none; left out for who does not lead or plan, and once it is over',
  }),
})
export type SeatState = z.infer<typeof seatHolder>['state']

/** Somebody in line for a place of a session. */
export const waitlistEntry = z
  .object({
    id: userId,
    name: z.string(),
    kind: seatKind.meta({ description: 'What they wait for' }),
    seat: seatKind.nullable().meta({ description: 'Where they sit until then' }),
    since: sentInstant,
  })
  .meta({ id: 'WaitlistEntry' })
export type WaitlistEntry = z.infer<typeof waitlistEntry>

/** A session in whose line somebody stands without a seat in it. */
export const ownWaitlistEntry = z
  .object({
    sessionId,
    classTitle: z.string(),
    startsAt: sentInstant,
    endsAt: sentInstant,
    kind: seatKind.meta({ description: 'What one waits for' }),
    position: z.int().meta({ description: "One's place in the line for it, from 1" }),
  })
  .meta({ id: 'OwnWaitlistEntry' })
export type OwnWaitlistEntry = z.infer<typeof ownWaitlistEntry>

/** One session with its place in the class's row of sessions and, for who leads or plans it, its people. */
export const sessionDetail = classSession
  .extend({
    number: z.int().meta({ description: 'Its number among the sessions of its class, from 1' }),
    sessionCount: z.int(),
    trainerInside: z.boolean(),
    removal: z
      .object({ why: z.enum(removalReasons), reason: z.string().nullable() })
      .nullable()
      .meta({ description: 'Why you were removed from its room' }),
    seats: z.array(seatHolder).nullable().meta({ description: 'null for students, unless they admit' }),
    waitlist: z.array(waitlistEntry).nullable().meta({
      description: 'The first 100 in line, by their place in it; null for students, and once it is over',
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
  title: singleLine(MAX_LENGTH.title).nullish(),
  sessionType,
  trainerId: userId,
  startsAt: instant,
  endsAt: instant,
  capacity: capacity.optional().meta({ description: "The class's where it is left out" }),
  inPersonCapacity: inPersonCapacity.optional().meta({ description: "The class's where it is left out" }),
  locationId: z.uuid().nullish().meta({ description: "The class's where it is left out" }),
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

export const changeScope = z.enum(['this', 'following', 'all']).meta({
  description: 'This one, it and those of its series that follow, or all of them that are still to come',
})
export type ChangeScope = z.infer<typeof changeScope>

/** What a wall time means that clocks skip or show twice; `leave`: no session then. */
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
    .meta({ description: 'Sessions of the series that stay as they are' }),
})

const sessionChange = plan
  .omit({ sessionType: true })
  .partial()
  .extend(ofSeries.shape)
  .extend({
    choices: z.array(clockChoice).max(500).optional(),
  })

const changedSession = classSession.extend({
  change: recordedChange.nullable().meta({ description: 'null where nothing changed' }),
})

export const changeSessionEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/v1/admin/sessions/{sessionId}',
  access: 'signed-in',
  summary:
    'Move it, give it to another trainer, or change its place, title or capacity; or those of its series too',
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
  summary:
    'What a change or a cancellation would do, whom it tells and what it collides with; nothing is changed',
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
  summary: 'Cancel it; whoever is inside is told and put out',
  params: byId,
  body: z.object({ reason: text(MAX_LENGTH.cancelReason) }).extend(ofSeries.shape),
  data: changedSession,
  message: 'Session cancelled',
})

const whenFull = z
  .enum(['refuse', 'waitlist'])
  .meta({ description: 'Who finds no place is refused, or stands in line; refused where it is left out' })

const students = z.object({ studentIds: z.array(userId).min(1).max(1000) })

export const seatStudentsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/sessions/{sessionId}/seats',
  access: 'signed-in',
  summary: 'Give students a seat; no enrolment is needed',
  params: byId,
  body: students.extend(overlap.shape).extend({
    kind: seatKind
      .optional()
      .meta({ description: 'Where they usually sit in this class, where it is left out' }),
    whenFull: whenFull.optional(),
  }),
  data: classSession,
  message: 'Students seated',
})

export const unseatStudentsEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/sessions/{sessionId}/seats',
  access: 'signed-in',
  summary: 'Take seats back, and places in line; who is inside is put out',
  params: byId,
  body: students,
  data: classSession,
  message: 'Seats freed',
})

export const switchSeatEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/seats/{studentId}/switch',
  access: 'signed-in',
  summary: "Switch a student's seat between online and the room",
  params: byId.extend({ studentId: userId }),
  body: z.object({ kind: seatKind, whenFull: whenFull.optional() }),
  data: classSession,
  message: 'Seat switched',
})

export const exportSeatsEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/sessions/{sessionId}/seats.csv',
  access: 'signed-in',
  summary: 'Who has a seat, and for who leads or plans the session the first 100 in line, as a CSV file',
  params: byId,
  file: 'text/csv',
  fileName: 'seats.csv',
})

export const listOwnWaitlistEntriesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/waitlist',
  access: 'signed-in',
  summary: 'The sessions in whose line one stands without a seat, by start, 50 at most',
  data: z.object({ items: z.array(ownWaitlistEntry) }),
  message: 'Own waiting lists',
})

export const leaveWaitlistEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/waitlist/{sessionId}',
  access: 'signed-in',
  summary: "Leave a session's line; one's seat stays as it is. Again changes nothing",
  params: byId,
  data: z.object({ left: z.boolean().meta({ description: 'Whether one was in it' }) }),
  message: 'No longer in line',
})

export const listWaitlistEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/sessions/{sessionId}/waitlist',
  access: 'signed-in',
  summary: 'Who is in line for a place, the first in line first',
  params: byId,
  query: pageQuery,
  data: page(waitlistEntry),
  message: 'Waiting list',
})

export const removeFromWaitlistEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/sessions/{sessionId}/waitlist',
  access: 'signed-in',
  summary: 'Take students out of the line; seats stay as they are',
  params: byId,
  body: students,
  data: z.object({ left: z.int().meta({ description: 'How many were in line' }) }),
  message: 'Taken out of the line',
})
