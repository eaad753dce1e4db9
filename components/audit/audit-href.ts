import type { AuditSubject } from '#lib/audit/api.ts'

/** Filters of the audit trail; days as `2026-11-24`. */
export type AuditQuery = {
  from?: string
  to?: string
  who?: string
  kind?: AuditSubject
  class?: string
  /** Limits the trail to the history of one object. */
  about?: string
  after?: string
}

/** The URL of the audit trail with these filters. */
export function auditHref(address: AuditQuery): string {
  const query = new URLSearchParams(Object.entries(address).filter(([, value]) => value))
  return query.size > 0 ? `/admin/audit?${query}` : '/admin/audit'
}
