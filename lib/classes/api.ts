import { z } from 'zod'
import { defineEndpoint, defineFileEndpoint } from '#lib/http/endpoint.ts'
import { text, timeZone } from '#lib/http/fields.ts'
import { page, pageQuery } from '#lib/http/page.ts'
import { userId } from '#lib/identity/ids.ts'
import { capacity, classMode, seatKind } from '#lib/sessions/api.ts'
import { sessionId } from '#lib/sessions/ids.ts'
import { classId } from './ids.ts'

export const courseClass = z
  .object({
    id: classId,
    title: z.string(),
    mode: classMode,
    capacity: z.int().meta({ description: 'Places online in each session' }),
    timeZone: z.string(),
  })
  .meta({ id: 'Class' })
export type CourseClass = z.infer<typeof courseClass>

export const listedClass = courseClass
  .extend({ students: z.int(), sessions: z.int(), nextStartsAt: z.iso.datetime().nullable() })
  .meta({ id: 'ListedClass' })
export type ListedClass = z.infer<typeof listedClass>

export const createClassEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/classes',
  access: 'signed-in',
  summary: 'Create a class',
  body: z.object({ title: text(160), mode: classMode, capacity, timeZone }),
  data: courseClass,
  message: 'Class created',
  status: 201,
})

export const listClassesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/classes',
  access: 'signed-in',
  summary: 'The classes of the school, by title',
  query: pageQuery,
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

const students = z.object({ studentIds: z.array(userId).min(1).max(1000) })

export const enrolStudentsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/classes/{classId}/enrolments',
  access: 'signed-in',
  summary:
    'Enrol students; they get a seat in every scheduled session that has room, and stand in line in others',
  params: z.object({ classId }),
  body: students.extend({
    allowOverlap: z.boolean().default(false),
    kind: seatKind.optional().meta({
      description: "Where they usually sit; where the class's students usually do if it is left out",
    }),
  }),
  data: z.object({
    enrolled: z.int().meta({ description: 'How many were not enrolled before' }),
    full: z
      .array(z.object({ sessionId, title: z.string(), startsAt: z.iso.datetime() }))
      .meta({ description: 'Sessions in which somebody found no seat' }),
  }),
  message: 'Students enrolled',
})

export const unenrolStudentsEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/classes/{classId}/enrolments',
  access: 'signed-in',
  summary: 'Take students out of the class; their seats in its scheduled sessions go to those in line',
  params: z.object({ classId }),
  body: students,
  data: z.object({ unenrolled: z.int() }),
  message: 'Students taken out of the class',
})

export const changeEnrolmentEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/v1/admin/classes/{classId}/enrolments/{studentId}',
  access: 'signed-in',
  summary: 'Change where a student usually sits, and their seats to come if that is said',
  params: z.object({ classId, studentId: userId }),
  body: z.object({ kind: seatKind, sessions: z.enum(['none', 'coming']).optional() }),
  data: z.object({
    kind: seatKind,
    switched: z.int().meta({ description: 'In how many sessions the seat was switched' }),
    waiting: z.int().meta({ description: 'In how many others they stand in line for it now' }),
  }),
  message: 'Enrolment changed',
})
