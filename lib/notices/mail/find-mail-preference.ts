import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { NoticeTopic } from '#lib/notices/topics.ts'
import { readMailPreferencesKey } from './mail-preferences-key.ts'

/** The kind of e-mail of a key and whether it is on; null if the key is invalid. */
export async function findMailPreference(
  { database, links }: Pick<SystemContext, 'database' | 'links'>,
  { key }: { key: string },
): Promise<{ topic: NoticeTopic; on: boolean } | null> {
  const found = readMailPreferencesKey(links, key)
  if (!found) return null
  const person = await database.user.findFirst({
    where: { id: found.userId, erasedAt: null },
    select: { mutedByMail: true },
  })
  return person && { topic: found.topic, on: !person.mutedByMail.includes(found.topic) }
}
