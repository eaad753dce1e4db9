import 'server-only'
import type { z } from 'zod'
import { recordViews } from '#lib/audit/record-views.ts'
import type { Context } from '#lib/context/context.ts'
import { displayEmail } from '#lib/identity/display-email.ts'
import { mayManagePeople } from '#lib/identity/policy.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { beyondCursor, instantCursor } from '#lib/kernel/instant-cursor.ts'
import { pageOf } from '#lib/kernel/page.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { composeEmails } from '#lib/notices/mail/compose-emails.ts'
import { findOpenLinks, passwordLink } from '#lib/notices/mail/password-link.ts'
import type { listMailboxEndpoint } from './api.ts'

type Input = z.output<typeof listMailboxEndpoint.query>

/**
 * E-mails that were sent, are waiting or failed, latest first. If an admin sees another person's open password
 * link, which they could use, the view is recorded in the audit trail.
 * @throws Refusal `forbidden`
 */
export async function listMailbox(
  context: Context,
  { cursor, limit }: Input,
): Promise<DataOf<typeof listMailboxEndpoint>> {
  const { database, actor, links, mail } = context
  if (!mayManagePeople(actor)) throw new Refusal('forbidden', 'notAllowed')
  const rows = await database.notice.findMany({
    where: {
      mail: { not: 'none' },
      ...beyondCursor(cursor, 'createdAt', 'lt'),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: { user: { select: { id: true, name: true, email: true, timeZone: true } } },
  })
  const page = pageOf(rows, limit, ({ createdAt, id }) => instantCursor({ at: createdAt, id }))
  const composed = await composeEmails(context, page.items)
  const invitations = composed.flatMap(({ content: { facts } }) =>
    'invitationId' in facts ? facts.invitationId : [],
  )
  const [open, waiting] = await Promise.all([
    findOpenLinks(context, invitations),
    database.notice.count({ where: { mail: 'waiting' } }),
  ])
  const seen = composed.flatMap(({ row: { user }, content }) =>
    content.kind === 'password_reset' && open.has(content.facts.invitationId) && user.id !== actor.id
      ? [{ subject: 'user' as const, subjectId: user.id }]
      : [],
  )
  await recordViews(context, 'reset_link_viewed', seen)
  return {
    ...page,
    configured: mail.configured,
    waiting,
    items: composed.map(({ row, content: { facts }, zone, email: { to, subject, text, html } }) => ({
      id: row.id,
      to: { ...to, address: displayEmail(to.address) },
      zone,
      subject,
      text,
      html,
      state: row.mail === 'none' ? 'waiting' : row.mail,
      createdAt: row.createdAt.toISOString(),
      passwordLink:
        'invitationId' in facts
          ? { href: passwordLink(links, facts.invitationId), works: open.has(facts.invitationId) }
          : null,
    })),
  }
}
