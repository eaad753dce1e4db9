import type { AuditSubject } from '#lib/audit/api.ts'

/** What of the trail is shown; days as `2026-11-24`. */
export type AuditQuery = {
  from?: string
  to?: string
  who?: string
  kind?: AuditSubject
  class?: string
  /** One thing's own history. */
  about?: string
  after?: string
}

/** The trail's address for the part of it that it shows. */
export function auditHref(address: AuditQuery): string {
  const query = new URLSearchParams(Object.entries(address).filter(([, value]) => value))
  return query.size > 0 ? `/admin/audit?${query}` : '/admin/audit'
}
