import { route } from '#lib/http/route.ts'
import { seatStudentsEndpoint, unseatStudentsEndpoint } from '#lib/sessions/api.ts'
import { seatStudents } from '#lib/sessions/seats/seat-students.ts'
import { unseatStudents } from '#lib/sessions/seats/unseat-students.ts'

export const POST = route(seatStudentsEndpoint, seatStudents)
export const DELETE = route(unseatStudentsEndpoint, unseatStudents)
