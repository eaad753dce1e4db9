import 'server-only'
import type { z } from 'zod'
import { type Columns, csvOf } from '#lib/http/csv.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { Context } from '#lib/process/context.ts'
import type { AuditEvent, AuditValue, exportAuditEndpoint } from './api.ts'
import { listAudit } from './list-audit.ts'
import { mayReadAudit } from './policy.ts'

/** The trail as CSV, read page by page while it is sent. @throws Refusal `forbidden` */
export async function exportAudit(
  context: Context,
  filters: z.output<typeof exportAuditEndpoint.query>,
): Promise<AsyncIterable<string>> {
  if (!mayReadAudit(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return csvOf(columns, (page) => listAudit(context, { ...filters, ...page }))
}

const columns: Columns<AuditEvent> = {
  time: (event) => event.at,
  who: (event) => event.actor?.name ?? null,
  action: (event) => event.action,
  kind: (event) => event.subject.kind,
  what: (event) => event.subject.name ?? event.subject.id,
  starts: (event) => event.subject.startsAt,
  before: (event) => told(event, 'before'),
  after: (event) => told(event, 'after'),
}

function told({ changes }: AuditEvent, side: 'before' | 'after'): string {
  return changes
    .filter((change) => change[side] !== null)
    .map((change) => `${change.fact}: ${written(change[side])}`)
    .join('; ')
}

function written(value: AuditValue | null): string {
  if (!Array.isArray(value)) return String(value)
  return value.map((item) => (typeof item === 'string' ? item : item.name)).join(', ')
}
