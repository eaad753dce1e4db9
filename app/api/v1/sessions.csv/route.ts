import { download } from '#lib/http/download.ts'
import { exportSessionsEndpoint } from '#lib/sessions/api.ts'
import { exportSessions } from '#lib/sessions/export-sessions.ts'

export const GET = download(exportSessionsEndpoint, exportSessions)
