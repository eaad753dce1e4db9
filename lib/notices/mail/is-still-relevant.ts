import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { DAY_MS } from '#lib/kernel/durations.ts'
import type { NoticeContent } from '#lib/notices/facts.ts'
import { topicOf } from '#lib/notices/topics.ts'
import { findOpenLinks } from './password-link.ts'

/** Older e-mails are no longer useful. In ms. */
const TOO_OLD_MS = DAY_MS

type QueuedEmail = {
  row: { createdAt: Date; user: { disabledAt: Date | null; mutedByMail: string[] } }
  content: NoticeContent
}

/**
 * Whether a waiting e-mail is still correct and wanted. Not if the session of a reminder was cancelled or moved,
 * the link was used, revoked or has expired, or the reader has turned off its kind.
 */
export async function isStillRelevant(
  context: Pick<SystemContext, 'database' | 'now'>,
  { row: { createdAt, user }, content }: QueuedEmail,
): Promise<boolean> {
  if (user.disabledAt) return false
  // A link has its own expiry.
  if ('invitationId' in content.facts) {
    return (await findOpenLinks(context, [content.facts.invitationId])).size === 1
  }
  if (context.now.getTime() - createdAt.getTime() > TOO_OLD_MS) return false
  if (user.mutedByMail.includes(topicOf(content))) return false
  if (content.kind === 'trainer_reminder') return isSessionOpen(context, content.facts.sessionId)
  return content.kind !== 'reminder' || isUpcoming(context, content.facts)
}

async function isSessionOpen({ database }: Pick<SystemContext, 'database'>, id: string): Promise<boolean> {
  return (
    (await database.classSession.count({ where: { id, status: { in: ['scheduled', 'in_progress'] } } })) === 1
  )
}

async function isUpcoming(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  { sessionId: id, startsAt }: { sessionId: string; startsAt: string },
): Promise<boolean> {
  const status = { in: ['scheduled' as const, 'in_progress' as const] }
  const ahead = await database.classSession.count({ where: { id, startsAt, status } })
  return ahead === 1 && Date.parse(startsAt) > now.getTime()
}
