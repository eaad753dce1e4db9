import { listClassStudentsEndpoint } from '#lib/classes/api.ts'
import { listClassStudents } from '#lib/classes/list-class-students.ts'
import { route } from '#lib/http/route.ts'

export const GET = route(listClassStudentsEndpoint, listClassStudents)
