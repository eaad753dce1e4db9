import { enrolStudentsEndpoint } from '#lib/classes/api.ts'
import { enrolStudents } from '#lib/classes/enrol-students.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(enrolStudentsEndpoint, enrolStudents)
