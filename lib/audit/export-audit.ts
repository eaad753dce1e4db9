import 'server-only'
import type { z } from 'zod'
import { readEmails } from '#lib/identity/people/read-emails.ts'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { Context } from '#lib/process/context.ts'
import type { AuditEvent, AuditValue, exportAuditEndpoint } from './api.ts'
import { listAudit } from './list-audit.ts'
import { mayReadAudit } from './policy.ts'

/**
 * The trail as CSV, read page by page while it is sent. Whoever acted and each person in it comes with their e-mail, as
 * names may be shared. @throws Refusal `forbidden`
 */
export async function exportAudit(
  context: Context,
  filters: z.output<typeof exportAuditEndpoint.query>,
): Promise<AsyncIterable<string>> {
  if (!mayReadAudit(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return csvOf(columns, async (page) => {
    const { items, nextCursor } = await listAudit(context, { ...filters, ...page })
    const emails = await readEmails(context, items.flatMap(peopleIn))
    return { items: items.map((event) => ({ ...event, emails })), nextCursor }
  })
}

type Emails = { emails: Map<string, string> }

const columns: Columns<AuditEvent & Emails> = {
  time: (event) => event.at,
  who: (event) => event.actor?.name ?? null,
  action: (event) => event.action,
  kind: (event) => event.subject.kind,
  what: (event) => event.subject.name ?? event.subject.id,
  starts: (event) => event.subject.startsAt,
  before: (event) => told(event, 'before'),
  after: (event) => told(event, 'after'),
  userId: (event) => event.actor?.id ?? null,
  email: ({ actor, emails }) => emails.get(actor?.id ?? '') ?? null,
  whatId: (event) => event.subject.id,
  whatEmail: ({ subject, emails }) => emails.get(subject.id) ?? null,
}

function peopleIn({ actor, subject, changes }: AuditEvent): (string | undefined)[] {
  const named = changes.flatMap(({ before, after }) => [before, after].flatMap(idsIn))
  return [actor?.id, subject.kind === 'user' ? subject.id : undefined, ...named]
}

function idsIn(value: AuditValue | null): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => (typeof item === 'string' ? [] : [item.id]))
}

function told({ changes, emails }: AuditEvent & Emails, side: 'before' | 'after'): string {
  return changes
    .filter((change) => change[side] !== null)
    .map((change) => `${change.fact}: ${written(change[side], emails)}`)
    .join('; ')
}

function written(value: AuditValue | null, emails: Map<string, string>): string {
  if (!Array.isArray(value)) return String(value)
  return value.map((item) => (typeof item === 'string' ? item : addressed(item, emails))).join(', ')
}

/** As mail programs write somebody: `Ana Lima <ana@example.org>`. */
function addressed({ id, name }: { id: string; name: string }, emails: Map<string, string>): string {
  const email = emails.get(id)
  return email ? `${name} <${email}>` : name
}
