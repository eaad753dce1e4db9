import { exportClassStudentsEndpoint } from '#lib/classes/api.ts'
import { exportClassStudents } from '#lib/exports/export-class-students.ts'
import { download } from '#lib/http/download.ts'

export const GET = download(exportClassStudentsEndpoint, exportClassStudents)
