import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { NoticeContent } from '#lib/notices/facts.ts'
import { topicOf } from '#lib/notices/topics.ts'
import { findOpenLinks } from './password-link.ts'

/** What is older says nothing that anybody still wants to read. In ms. */
const TOO_OLD_MS = 24 * 60 * 60 * 1000

type QueuedEmail = {
  row: { createdAt: Date; user: { disabledAt: Date | null; mutedByMail: string[] } }
  content: NoticeContent
}

/**
 * Whether a mail that waited is still wanted and true: not a reminder of what was cancelled or moved meanwhile, nor a
 * link that was used, taken back or ran out, nor what its reader has turned off since.
 */
export async function isStillRelevant(
  context: Pick<SystemContext, 'database' | 'now'>,
  { row: { createdAt, user }, content }: QueuedEmail,
): Promise<boolean> {
  if (user.disabledAt) return false
  // A link says itself how long it works.
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
