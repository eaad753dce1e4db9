import { exportClassesEndpoint } from '#lib/classes/api.ts'
import { exportClasses } from '#lib/exports/export-classes.ts'
import { download } from '#lib/http/download.ts'

export const GET = download(exportClassesEndpoint, exportClasses)
