import { exportSessions } from '#lib/exports/export-sessions.ts'
import { download } from '#lib/http/download.ts'
import { exportSessionsEndpoint } from '#lib/sessions/api.ts'

export const GET = download(exportSessionsEndpoint, exportSessions)
