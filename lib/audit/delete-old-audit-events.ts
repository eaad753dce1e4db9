import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'

/** Retention period of the audit trail. */
export const AUDIT_RETENTION_MONTHS = 24
const AT_ONCE = 10_000

/** Deletes events older than the retention period, in batches to keep locks short. */
export async function deleteOldAuditEvents({
  database,
  now,
}: Pick<SystemContext, 'database' | 'now'>): Promise<void> {
  const oldest = new Date(now)
  oldest.setUTCMonth(oldest.getUTCMonth() - AUDIT_RETENTION_MONTHS)
  let deleted: number
  do {
    deleted = await database.$executeRaw`
      DELETE FROM "AuditEvent" WHERE "id" IN (
        SELECT "id" FROM "AuditEvent" WHERE "at" < ${oldest} ORDER BY "at", "id" LIMIT ${AT_ONCE})`
  } while (deleted === AT_ONCE)
}
