import { z } from 'zod'
import { ifRevision, revision } from '#lib/edit-conflicts/revision.ts'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { type FieldFault, searchText, singleLine, timeZone } from '#lib/kernel/fields.ts'
import { classId, locationId, sessionId, userId } from '#lib/kernel/ids.ts'
import { page, pageQuery } from '#lib/kernel/page.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import {
  admission,
  capacity,
  classMode,
  classSession,
  inPersonCapacity,
  seatKind,
  waitlistEntry,
} from '#lib/sessions/api.ts'
import { MAX_SWITCH_MINUTES, USUAL_SWITCH_MINUTES } from './switch-limits.ts'

export const courseClass = z
  .object({
    id: classId,
    title: z.string(),
    shortTitle: z.string().nullable().meta({ description: 'Used where space is limited' }),
    mode: classMode,
    capacity: z.int().meta({ description: 'Online seats in each session' }),
    inPersonCapacity: z.int().meta({ description: 'In-person seats in each session' }),
    location: z.object({ id: locationId, name: z.string() }).nullable(),
    trainer: z
      .object({ id: userId, name: z.string() })
      .nullable()
      .meta({ description: 'The default trainer of its sessions' }),
    timeZone: z.string(),
    studentsMaySwitch: z
      .boolean()
      .meta({ description: 'Students may switch their seats between online and in person' }),
    switchUntilMinutes: z.int().meta({ description: 'Deadline for switching before the start, in minutes' }),
    admission,
    archived: z.boolean().meta({ description: 'No new sessions or enrolments; the history stays' }),
    revision,
  })
  .meta({ id: 'Class' })
export type CourseClass = z.infer<typeof courseClass>

/** The data of a class that session forms need. */
export type PlannedClass = Pick<CourseClass, 'id' | 'title' | 'mode' | 'capacity' | 'timeZone'>

export const listedClass = courseClass
  .extend({ students: z.int(), sessions: z.int(), nextStartsAt: z.iso.datetime().nullable() })
  .meta({ id: 'ListedClass' })
export type ListedClass = z.infer<typeof listedClass>

const settings = z.object({
  title: singleLine(MAX_LENGTH.title),
  shortTitle: singleLine(MAX_LENGTH.shortTitle).nullish(),
  mode: classMode,
  capacity,
  inPersonCapacity: inPersonCapacity.optional().meta({ description: 'Defaults to 0' }),
  locationId: locationId.nullish(),
  trainerId: userId.nullish(),
  timeZone,
  studentsMaySwitch: z.boolean().optional(),
  switchUntilMinutes: z
    .int('notMinutes' satisfies FieldFault)
    .min(0, 'notMinutes' satisfies FieldFault)
    .max(MAX_SWITCH_MINUTES, 'notMinutes' satisfies FieldFault)
    .optional()
    .meta({ description: `Defaults to ${USUAL_SWITCH_MINUTES}` }),
  admission: admission.optional(),
})
export type ClassSettings = z.output<typeof settings>

export const createClassEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/classes',
  access: 'signed-in',
  summary: 'Create a class',
  body: settings,
  data: courseClass,
  message: 'Class created',
  status: 201,
})

export const listClassesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/classes',
  access: 'signed-in',
  summary: 'The classes of the school, by title',
  query: pageQuery.extend({
    archived: z.enum(['without', 'only']).optional().meta({ description: 'Defaults to `without`' }),
  }),
  data: page(listedClass),
  message: 'Classes',
})

export const exportClassesEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/admin/classes.csv',
  access: 'signed-in',
  summary: 'The classes of the school as a CSV file',
  file: 'text/csv',
  fileName: 'classes.csv',
})

export const changeClassEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/v1/admin/classes/{classId}',
  access: 'signed-in',
  summary: 'Change a class; seats, location and trainer apply only to sessions planned from now on',
  params: z.object({ classId }),
  body: settings.partial().extend({
    archived: z.boolean().optional().meta({ description: 'Archive or restore the class' }),
    ifRevision,
  }),
  data: courseClass,
  message: 'Class changed',
})

export const classDetail = courseClass
  .extend({
    students: z
      .object({ online: z.int(), in_person: z.int() })
      .meta({ description: 'Number of students by usual seat kind' }),
    heldSessions: z.int().meta({ description: 'Number of completed sessions' }),
    sessions: z.int().meta({ description: 'Number of sessions without cancelled ones' }),
    next: classSession.nullable().meta({ description: 'The running or next session' }),
    waitlist: z.array(waitlistEntry).meta({ description: 'The first 100 entries of its waitlist' }),
  })
  .meta({ id: 'ClassDetail' })
export type ClassDetail = z.infer<typeof classDetail>

export const findClassEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/classes/{classId}',
  access: 'signed-in',
  summary: 'A class with its next session',
  params: z.object({ classId }),
  data: classDetail,
  message: 'Class',
})

export const classStudent = z
  .object({
    id: userId,
    name: z.string(),
    email: z.string(),
    kind: seatKind.meta({ description: 'Usual seat kind' }),
    next: z.object({ seat: seatKind.nullable(), waitlistedFor: seatKind.nullable() }).nullable().meta({
      description: "Seat and waitlist entry in the class's next session; null if there is no next session",
    }),
  })
  .meta({ id: 'ClassStudent' })
export type ClassStudent = z.infer<typeof classStudent>

const studentFilters = z.object({ kind: seatKind.optional(), search: searchText.optional() })

export const listClassStudentsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/classes/{classId}/students',
  access: 'signed-in',
  summary: 'The students of a class, by name',
  params: z.object({ classId }),
  query: pageQuery.extend(studentFilters.shape),
  data: page(classStudent),
  message: 'Students of the class',
})

export const exportClassStudentsEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/admin/classes/{classId}/students.csv',
  access: 'signed-in',
  summary: 'The students of a class as a CSV file',
  params: z.object({ classId }),
  query: studentFilters,
  file: 'text/csv',
  fileName: 'students.csv',
})

const students = z.object({ studentIds: z.array(userId).min(1).max(1000) })

export const enrolStudentsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/classes/{classId}/enrolments',
  access: 'signed-in',
  summary:
    'Enrol students; they get a seat in every scheduled session with a free seat and join the waitlist of full ones',
  params: z.object({ classId }),
  body: students.extend({
    allowOverlap: z.boolean().default(false),
    kind: seatKind.optional().meta({
      description: 'Usual seat kind; defaults to the usual one of the class',
    }),
  }),
  data: z.object({
    enrolled: z.int().meta({ description: 'Number of newly enrolled students' }),
    full: z
      .array(z.object({ sessionId, title: z.string(), startsAt: z.iso.datetime() }))
      .meta({ description: 'Sessions without enough seats for all students' }),
  }),
  message: 'Students enrolled',
})

export const unenrolStudentsEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/classes/{classId}/enrolments',
  access: 'signed-in',
  summary: 'Remove students from the class; their seats in its scheduled sessions go to the waitlist',
  params: z.object({ classId }),
  body: students,
  data: z.object({ unenrolled: z.int() }),
  message: 'Students removed from the class',
})

export const changeEnrolmentEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/v1/admin/classes/{classId}/enrolments/{studentId}',
  access: 'signed-in',
  summary: "Change a student's usual seat kind, and optionally the seats in upcoming sessions",
  params: z.object({ classId, studentId: userId }),
  body: z.object({ kind: seatKind, sessions: z.enum(['none', 'upcoming']).optional() }),
  data: z.object({
    kind: seatKind,
    switched: z.int().meta({ description: 'Number of sessions in which the seat was switched' }),
    waitlisted: z
      .int()
      .meta({ description: 'Number of full sessions in which the student joined the waitlist' }),
  }),
  message: 'Enrolment changed',
})
