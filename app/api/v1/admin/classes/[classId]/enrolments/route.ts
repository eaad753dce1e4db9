import { enrolStudentsEndpoint, unenrolStudentsEndpoint } from '#lib/classes/api.ts'
import { enrolStudents } from '#lib/classes/enrol-students.ts'
import { unenrolStudents } from '#lib/classes/unenrol-students.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(enrolStudentsEndpoint, enrolStudents)
export const DELETE = route(unenrolStudentsEndpoint, unenrolStudents)
