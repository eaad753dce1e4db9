import { listAuditEndpoint } from '#lib/audit/api.ts'
import { listAudit } from '#lib/audit/list-audit.ts'
import { route } from '#lib/http/route.ts'

export const GET = route(listAuditEndpoint, listAudit)
