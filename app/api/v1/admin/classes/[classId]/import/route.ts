import { importStudentsEndpoint } from '#lib/classes/import/api.ts'
import { importStudents } from '#lib/classes/import/import-students.ts'
import { respondWithProgress } from '#lib/http/respond-with-progress.ts'

export const POST = respondWithProgress(importStudentsEndpoint, importStudents)
