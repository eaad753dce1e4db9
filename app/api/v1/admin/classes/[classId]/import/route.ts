import { importStudentsEndpoint } from '#lib/classes/import/api.ts'
import { importStudents } from '#lib/classes/import/import-students.ts'
import { follow } from '#lib/http/follow.ts'

export const POST = follow(importStudentsEndpoint, importStudents)
