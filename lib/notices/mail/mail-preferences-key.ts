import { type UserId, userId } from '#lib/kernel/ids.ts'
import type { Links } from '#lib/kernel/links.ts'
import { type NoticeTopic, noticeTopic } from '#lib/notices/topics.ts'

/** A key that turns one kind of mail of one person off or on, without a sign-in. */
export function mailPreferencesKey(links: Links, id: string, topic: NoticeTopic): string {
  return links.sign('mail-preferences', `${id}_${topic}`)
}

/** Whose mails of which kind a key is for; null where it is none of ours. */
export function readMailPreferencesKey(
  links: Links,
  key: string,
): { userId: UserId; topic: NoticeTopic } | null {
  const [id, topic] = links.read('mail-preferences', key)?.split('_') ?? []
  const found = { userId: userId.safeParse(id), topic: noticeTopic.safeParse(topic) }
  return found.userId.success && found.topic.success
    ? { userId: found.userId.data, topic: found.topic.data }
    : null
}
