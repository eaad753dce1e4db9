import 'server-only'
import type { z } from 'zod'
import { csvOf } from '#lib/http/csv.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { Context } from '#lib/process/context.ts'
import type { AuditEvent, AuditValue, exportAuditEndpoint } from './api.ts'
import { listAudit } from './list-audit.ts'
import { mayReadAudit } from './policy.ts'

const A_PAGE = 500

const COLUMNS = ['time', 'who', 'action', 'kind', 'what', 'starts', 'before', 'after']

/** The trail as CSV, read page by page while it is sent. @throws Refusal `forbidden` */
export async function exportAudit(
  context: Context,
  filters: z.output<typeof exportAuditEndpoint.query>,
): Promise<AsyncIterable<string>> {
  if (!mayReadAudit(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return csvOf(COLUMNS, readRows(context, filters))
}

async function* readRows(
  context: Context,
  filters: z.output<typeof exportAuditEndpoint.query>,
): AsyncGenerator<string[][]> {
  let cursor: string | undefined
  do {
    const page = await listAudit(context, { ...filters, cursor, limit: A_PAGE })
    yield page.items.map(rowOf)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
}

function rowOf({ at, actor, action, subject, changes }: AuditEvent): string[] {
  const told = (side: 'before' | 'after') =>
    changes
      .filter((change) => change[side] !== null)
      .map((change) => `${change.fact}: ${written(change[side])}`)
      .join('; ')
  return [
    at,
    actor?.name ?? '',
    action,
    subject.kind,
    subject.name ?? subject.id,
    subject.startsAt ?? '',
    told('before'),
    told('after'),
  ]
}

function written(value: AuditValue | null): string {
  return Array.isArray(value) ? value.map((person) => person.name).join(', ') : String(value)
}
