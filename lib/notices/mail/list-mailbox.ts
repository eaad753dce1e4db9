import 'server-only'
import type { z } from 'zod'
import type { DataOf } from '#lib/http/endpoint.ts'
import { instantCursor, readInstantCursor } from '#lib/http/instant-cursor.ts'
import { pageOf } from '#lib/http/page.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { mayManagePeople } from '#lib/identity/policy.ts'
import type { listMailboxEndpoint } from '#lib/notices/api.ts'
import { describeNotices } from '#lib/notices/describe-notices.ts'
import type { Context } from '#lib/process/context.ts'
import { passwordLink, writeLetter } from './write-letter.ts'

type Input = z.output<typeof listMailboxEndpoint.query>

/** The mails that went out, wait or could not be sent, the latest first. @throws Refusal `forbidden` */
export async function listMailbox(
  context: Context,
  { cursor, limit }: Input,
): Promise<DataOf<typeof listMailboxEndpoint>> {
  const { database, actor, links } = context
  if (!mayManagePeople(actor)) throw new Refusal('forbidden', 'notAllowed')
  const place = cursor ? readInstantCursor(cursor) : null
  const rows = await database.notice.findMany({
    where: {
      mail: { not: 'none' },
      ...(place && {
        createdAt: { lte: place.at },
        OR: [{ createdAt: { lt: place.at } }, { id: { lt: place.id } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: { user: { select: { id: true, name: true, email: true, timeZone: true } } },
  })
  const page = pageOf(rows, limit, ({ createdAt, id }) => instantCursor({ at: createdAt, id }))
  const zoneOf = ({ user }: (typeof rows)[number]) => user.timeZone ?? 'UTC'
  const described = await describeNotices(context, page.items, zoneOf)
  return {
    ...page,
    items: described.map((telling) => {
      const { row, content } = telling
      const { to, subject, text, html } = writeLetter(telling, row.user, zoneOf(row), links)
      return {
        id: row.id,
        to,
        subject,
        text,
        html,
        state: row.mail === 'none' ? 'waiting' : row.mail,
        createdAt: row.createdAt.toISOString(),
        link: 'invitationId' in content.facts ? passwordLink(links, content.facts.invitationId) : null,
      }
    }),
  }
}
