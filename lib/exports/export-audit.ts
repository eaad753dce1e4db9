import 'server-only'
import type { z } from 'zod'
import type { AuditEvent, AuditValue, exportAuditEndpoint } from '#lib/audit/api.ts'
import { listAudit } from '#lib/audit/list-audit.ts'
import { mayReadAudit } from '#lib/audit/policy.ts'
import type { Context } from '#lib/context/context.ts'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { type WithEmails, withEmails } from './with-emails.ts'

/**
 * The audit trail as CSV, read page by page while it is sent. Each person is given with name and e-mail, because people
 * may share a name. @throws Refusal `forbidden`
 */
export async function exportAudit(
  context: Context,
  filters: z.output<typeof exportAuditEndpoint.query>,
): Promise<AsyncIterable<string>> {
  if (!mayReadAudit(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return csvOf(columns, async (page) =>
    withEmails(context, await listAudit(context, { ...filters, ...page }), peopleIn),
  )
}

type EmailOf = WithEmails<AuditEvent>['emailOf']

const columns: Columns<WithEmails<AuditEvent>> = {
  time: (event) => event.at,
  actor: (event) => event.actor?.name ?? null,
  action: (event) => event.action,
  kind: (event) => event.subject.kind,
  subject: (event) => event.subject.name ?? event.subject.id,
  startsAt: (event) => event.subject.startsAt,
  before: (event) => formatChanges(event, 'before'),
  after: (event) => formatChanges(event, 'after'),
  userId: (event) => event.actor?.id ?? null,
  email: ({ actor, emailOf }) => emailOf(actor?.id),
  subjectId: (event) => event.subject.id,
  subjectEmail: ({ subject, emailOf }) => emailOf(subject.id),
}

function peopleIn({ actor, subject, changes }: AuditEvent): (string | undefined)[] {
  const named = changes.flatMap(({ before, after }) => [before, after].flatMap(idsIn))
  return [actor?.id, subject.kind === 'user' ? subject.id : undefined, ...named]
}

function idsIn(value: AuditValue | null): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => (typeof item === 'string' ? [] : [item.id]))
}

function formatChanges({ changes, emailOf }: WithEmails<AuditEvent>, side: 'before' | 'after'): string {
  return changes
    .filter((change) => change[side] !== null)
    .map((change) => `${change.fact}: ${formatValue(change[side], emailOf)}`)
    .join('; ')
}

function formatValue(value: AuditValue | null, emailOf: EmailOf): string {
  if (!Array.isArray(value)) return String(value)
  return value.map((item) => (typeof item === 'string' ? item : formatPerson(item, emailOf))).join(', ')
}

/** A person in the format of e-mail headers: `Ana Lima <ana@example.org>`. */
function formatPerson({ id, name }: { id: string; name: string }, emailOf: EmailOf): string {
  const email = emailOf(id)
  return email ? `${name} <${email}>` : name
}
