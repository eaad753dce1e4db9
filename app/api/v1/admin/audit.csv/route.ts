import { exportAuditEndpoint } from '#lib/audit/api.ts'
import { exportAudit } from '#lib/exports/export-audit.ts'
import { download } from '#lib/http/download.ts'

export const GET = download(exportAuditEndpoint, exportAudit)
