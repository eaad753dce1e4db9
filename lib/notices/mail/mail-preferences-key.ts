import { type UserId, userId } from '#lib/kernel/ids.ts'
import type { Links } from '#lib/kernel/links.ts'
import { type NoticeTopic, noticeTopic } from '#lib/notices/topics.ts'

/** A key that turns one kind of e-mail of one person off or on without a sign-in. */
export function mailPreferencesKey(links: Links, id: string, topic: NoticeTopic): string {
  return links.sign('mail-preferences', `${id}_${topic}`)
}

/** Topic names in e-mails from before the topics were renamed. */
const formerTopics: Record<string, NoticeTopic> = {
  'day-before': 'day_before',
  'quarter-before': 'quarter_before',
  places: 'seats',
}

/** The person and the kind of e-mail of a key; null if the key was not signed by this school. */
export function readMailPreferencesKey(
  links: Links,
  key: string,
): { userId: UserId; topic: NoticeTopic } | null {
  const signed = links.read('mail-preferences', key) ?? ''
  const end = signed.indexOf('_')
  const named = signed.slice(end + 1)
  const found = {
    userId: userId.safeParse(signed.slice(0, Math.max(end, 0))),
    topic: noticeTopic.safeParse(formerTopics[named] ?? named),
  }
  return found.userId.success && found.topic.success
    ? { userId: found.userId.data, topic: found.topic.data }
    : null
}
